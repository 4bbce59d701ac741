using Confluence.Generator.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Confluence.Generator;

/// <summary>Turns what is wrong with a document into a compiler error that points into the document.</summary>
internal static class Diagnostics
{
    private const string Category = "Confluence.Generator";

    /// <summary>CONF001: a file is not valid JSON.</summary>
    private static readonly DiagnosticDescriptor s_brokenJson = Describe(SpecDiagnosticId.BrokenJson, "A file is not valid JSON");

    /// <summary>CONF002: a construct of the document is not supported.</summary>
    private static readonly DiagnosticDescriptor s_unsupported = Describe(SpecDiagnosticId.UnsupportedConstruct, "A construct is not supported");

    /// <summary>CONF003: a reference leads nowhere.</summary>
    private static readonly DiagnosticDescriptor s_dangling = Describe(SpecDiagnosticId.DanglingReference, "A reference leads nowhere");

    /// <summary>CONF004: two things would get one name.</summary>
    private static readonly DiagnosticDescriptor s_collision = Describe(SpecDiagnosticId.NameCollision, "Two things would get the same name");

    /// <summary>CONF005: an overlay action matches nothing.</summary>
    private static readonly DiagnosticDescriptor s_withoutMatch = Describe(SpecDiagnosticId.OverlayActionWithoutMatch, "An overlay action matches nothing");

    /// <summary>CONF006: an overlay is malformed.</summary>
    private static readonly DiagnosticDescriptor s_malformed = Describe(SpecDiagnosticId.MalformedOverlay, "An overlay is malformed");

    /// <summary>CONF007: a document was not imported.</summary>
    private static readonly DiagnosticDescriptor s_notImported = Describe(SpecDiagnosticId.NotImported, "A document was not imported");

    /// <summary>CONF008: a document is missing, or there are two.</summary>
    private static readonly DiagnosticDescriptor s_count = Describe(SpecDiagnosticId.DocumentCount, "There must be one document for each API");

    /// <summary>CONF009: a name map is malformed.</summary>
    private static readonly DiagnosticDescriptor s_nameMap = Describe(SpecDiagnosticId.MalformedNameMap, "A name map is malformed");

    /// <summary>CONF010: a request can't be made of what is read.</summary>
    private static readonly DiagnosticDescriptor s_wrongMaking = Describe(SpecDiagnosticId.WrongMaking, "A request can't be made of what is read");

    /// <summary>CONF011: a name would mean another thing than before.</summary>
    private static readonly DiagnosticDescriptor s_changedMeaning = Describe(SpecDiagnosticId.ChangedMeaning, "A name would mean another thing than before");

    public static Diagnostic Create(SpecDiagnostic diagnostic)
    {
        if (diagnostic.Path.Length == 0)
        {
            return Diagnostic.Create(Find(diagnostic.Id), Location.None, diagnostic.Message);
        }

        var start = new LinePosition(diagnostic.Line, diagnostic.Column);

        // What is wrong starts here; where it ends may be thousands of lines below and helps nobody.
        var location = Location.Create(diagnostic.Path, new TextSpan(diagnostic.Start, 0), new LinePositionSpan(start, start));
        return Diagnostic.Create(Find(diagnostic.Id), location, diagnostic.Message);
    }

    private static DiagnosticDescriptor Find(string id) => id switch
    {
        SpecDiagnosticId.BrokenJson => s_brokenJson,
        SpecDiagnosticId.UnsupportedConstruct => s_unsupported,
        SpecDiagnosticId.DanglingReference => s_dangling,
        SpecDiagnosticId.NameCollision => s_collision,
        SpecDiagnosticId.OverlayActionWithoutMatch => s_withoutMatch,
        SpecDiagnosticId.MalformedOverlay => s_malformed,
        SpecDiagnosticId.NotImported => s_notImported,
        SpecDiagnosticId.DocumentCount => s_count,
        SpecDiagnosticId.MalformedNameMap => s_nameMap,
        SpecDiagnosticId.WrongMaking => s_wrongMaking,
        SpecDiagnosticId.ChangedMeaning => s_changedMeaning,
        _ => throw new InvalidOperationException($"The diagnostic {id} has no descriptor."),
    };

    private static DiagnosticDescriptor Describe(string id, string title) =>
        new(id, title, "{0}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
