using System.Globalization;
using Confluence.Generator.Build;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Spec.OpenApi;
using Confluence.SpecTool.Diff.Touch;
using Confluence.SpecTool.Files;
using Confluence.SpecTool.Fitting;

namespace Confluence.SpecTool.Explain;

/// <summary>Follows a name from the document to the C#: where it stands, what overlays did to it, what the name map says, what is emitted.</summary>
internal sealed class ExplainReport
{
    /// <summary>How many names are told where nothing has the one that was asked for.</summary>
    public const int MostNames = 5;

    private const int MostPlaces = 5;

    private readonly EmittedText _emitted;
    private readonly Subjects _subjects;
    private readonly OverlayTouches _overlays;
    private readonly string _names;
    private readonly JsonObject? _map;

    /// <exception cref="ToolException">Something in the folder is wrong.</exception>
    public ExplainReport(string directory, string api)
    {
        _emitted = new EmittedText(directory);
        IReadOnlyList<SpecDocument> documents = SpecDirectory.Load(directory, api);
        SpecDocument document = documents[0];
        BuildResult built = ModelBuilder.Build(documents)[0];
        SpecFiles.ThrowIfAny(built.Diagnostics);
        SpecWorkspace workspace = SpecWorkspace.Open(directory);
        string path = workspace.DocumentPath(api);
        JsonObject imported = workspace.Find(path) is { } text ? SpecFiles.ParseObject(path, text) : document.Node;
        _subjects = new Subjects(document, built);

        // What is parked has touched nothing.
        _overlays = new OverlayTouches(imported, document.Node, new OverlayUpdate(workspace, api).Entries.Where(entry => entry.IsActive));
        _names = workspace.NameMapPath(api);
        _map = workspace.Find(_names) is { } map ? SpecFiles.ParseObject(_names, map) : null;
    }

    /// <summary>What is known of a name: a block of lines for each thing that has it.</summary>
    public IReadOnlyList<string> Explain(string name) => [.. _subjects.All.Where(subject => subject.Names.Contains(name, StringComparer.Ordinal)).Select(Write)];

    /// <summary>The names that are most like one.</summary>
    public IEnumerable<string> Near(string name) => NearNames.Of(name, _subjects.All.SelectMany(subject => subject.Names).Where(candidate => candidate.Length > 0), MostNames);

    private string Write(Subject subject)
    {
        List<string> lines = [$"{subject.Kind} {subject.Title}"];
        foreach ((string place, JsonNode node) in subject.Places.Take(MostPlaces))
        {
            lines.Add($"  document  {Position(node)}  {place}  #{_subjects.PointerOf(node)}");
        }

        if (subject.Places.Count > MostPlaces)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"            and {subject.Places.Count - MostPlaces} more places"));
        }
        else if (subject.Places.Count == 0)
        {
            lines.Add("  document  nowhere: an overlay states it");
        }

        TouchedAction[] actions =
        [
            .. subject.Places.Select(place => _subjects.PointerOf(place.Node)).OfType<string>().SelectMany(At)
                .Concat(subject.Owners.SelectMany(owner => _subjects.PointerOf(owner.Owner) is { } pointer ? _overlays.Guaranteeing(pointer, owner.WireName) : []))
                .Distinct(),
        ];
        lines.AddRange(actions.Select(action => string.Create(CultureInfo.InvariantCulture, $"  overlay   {action.File}({action.Line}): {action.Target}: {action.Description}")));
        if (actions.Length == 0)
        {
            lines.Add("  overlay   none touches it");
        }

        lines.Add($"  name map  {NameMapEntry(subject)}");
        lines.Add($"  C#        {subject.CSharp}{(subject.File is null ? "" : $"  in {subject.File}")}");
        if (subject.File is { } file && _emitted.Find(file, subject.CSharp) is { } line)
        {
            lines.Add($"  emitted   {line}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>The actions at a place; those of what is above a value are above its list too.</summary>
    private IEnumerable<TouchedAction> At(string pointer)
    {
        int list = pointer.LastIndexOf("/enum/", StringComparison.Ordinal);
        return list < 0 ? _overlays.At(pointer) : _overlays.At(pointer[..(list + "/enum".Length)]);
    }

    private string NameMapEntry(Subject subject)
    {
        JsonNode? node = subject.NameMapSteps.Count == 0 ? null : _map;
        foreach (string step in subject.NameMapSteps)
        {
            node = (node as JsonObject)?[step];
        }

        return node is null
            ? "none: the name follows from the document and the overlays"
            : $"{Position(node)}  {string.Join(" · ", subject.NameMapSteps)} → {(node is JsonObject type ? $"{(type["name"] as JsonString)?.Value}, first used at {(type["at"] as JsonString)?.Value}" : (node as JsonString)?.Value)}";
    }

    private static string Position(JsonNode node)
    {
        (int line, int column) = node.Source.GetPosition(node.Start);
        return FormattableString.Invariant($"{node.Source.Path}({line + 1},{column + 1})");
    }
}
