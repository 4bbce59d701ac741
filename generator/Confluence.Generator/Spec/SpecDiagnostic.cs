using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec;

/// <summary>Something wrong with a document or an overlay: what, and where it stands.</summary>
/// <param name="Id">CONF001 and so on; <see cref="Confluence.Generator.Spec.SpecDiagnosticId"/> lists them.</param>
/// <param name="Message">The whole sentence: the thing, what is wrong with it and what to do.</param>
/// <param name="Path">The file, as the compiler knows it.</param>
/// <param name="Start">The character offset in the file.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Line">The line, counted from zero.</param>
/// <param name="Column">The column, counted from zero.</param>
internal sealed record SpecDiagnostic(string Id, string Message, string Path, int Start, int Length, int Line, int Column)
{
    /// <summary>The message, on one line whatever it quotes.</summary>
    public string Message { get; init; } = OneLine.Of(Message);

    /// <summary>What an overlay action would do about it; null where it would take out what stands here, or where none can help.</summary>
    public SpecRemedy? Remedy { get; init; }

    public static SpecDiagnostic At(JsonNode node, string id, string message)
    {
        (int line, int column) = node.Source.GetPosition(node.Start);
        return new SpecDiagnostic(id, message, node.Source.Path, node.Start, node.Length, line, column);
    }

    /// <summary>The same, mended by a member that an overlay action gives to an object: a name, for example.</summary>
    public static SpecDiagnostic At(JsonNode node, string id, string message, string gives) =>
        At(node, id, message) with { Remedy = new SpecRemedy(gives, node.Start) };

    /// <summary>The same, mended by an overlay action that takes out something else than what stands here.</summary>
    public static SpecDiagnostic At(JsonNode node, string id, string message, JsonNode without) =>
        At(node, id, message) with { Remedy = new SpecRemedy("", without.Start) };
}

/// <summary>What an overlay action would do about something that is wrong. Offsets and texts only, because diagnostics are compared by value.</summary>
/// <param name="Gives">The member that it gives to the object, such as <c>x-cs-name</c>; empty when it takes the thing out.</param>
/// <param name="Start">The offset of the thing, in the file of the diagnostic.</param>
internal sealed record SpecRemedy(string Gives, int Start);

/// <summary>The numbers of the diagnostics. A number is never used again for something else.</summary>
internal static class SpecDiagnosticId
{
    /// <summary>A file is not valid JSON.</summary>
    public const string BrokenJson = "CONF001";

    /// <summary>The document uses a construct that the generator does not support.</summary>
    public const string UnsupportedConstruct = "CONF002";

    /// <summary>A <c>$ref</c> leads nowhere.</summary>
    public const string DanglingReference = "CONF003";

    /// <summary>Two things would get the same C# name.</summary>
    public const string NameCollision = "CONF004";

    /// <summary>An overlay action takes nothing, or what it takes already is as the action wants it.</summary>
    public const string OverlayActionWithoutMatch = "CONF005";

    /// <summary>An overlay or one of its actions is malformed.</summary>
    public const string MalformedOverlay = "CONF006";

    /// <summary>A document was not written by the import tool.</summary>
    public const string NotImported = "CONF007";

    /// <summary>A document for an API is missing, or there are two of them.</summary>
    public const string DocumentCount = "CONF008";

    /// <summary>A name map is malformed.</summary>
    public const string MalformedNameMap = "CONF009";

    /// <summary>A request can't be made of what is read, as an overlay says it.</summary>
    public const string WrongMaking = "CONF010";

    /// <summary>A name would mean another thing than before. Only the tool can see that: it has both documents.</summary>
    public const string ChangedMeaning = "CONF011";
}
