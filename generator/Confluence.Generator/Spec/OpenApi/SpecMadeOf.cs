using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Spec.OpenApi;

/// <summary>
/// <c>x-cs-made-of</c>: how a request is made of something that was read. Each name keeps its place, so that whoever finds fault with it can say where it stands.
/// </summary>
/// <param name="Node">The JSON that it was read from.</param>
/// <param name="Kind">What was read, as messages call it.</param>
/// <param name="Parameter">What the argument is called in which it comes.</param>
/// <param name="Read">What the documentation says of that argument.</param>
internal sealed record SpecMadeOf(JsonObject Node, string Kind, string Parameter, string Read)
{
    /// <summary>The schemas that it is made of; those of another API stand behind its name and a colon.</summary>
    public IReadOnlyList<JsonString> Sources { get; init; } = [];

    /// <summary>The member by which messages name what was read.</summary>
    public JsonString? Key { get; init; }

    /// <summary>What callers may change, in the order of the arguments.</summary>
    public IReadOnlyList<SpecMadeArgument> Arguments { get; init; } = [];

    /// <summary>The members of the request.</summary>
    public SpecMadeObject Object { get; init; } = new([], []);

    /// <summary>Arguments of which at most one may be given.</summary>
    public IReadOnlyList<JsonString> AtMostOne { get; init; } = [];

    /// <summary>Where an update takes only what is current: the member that says so, and what to do about anything else.</summary>
    public SpecMadeCurrent? Current { get; init; }

    /// <summary>Where status and version hang together, as drafts have the version 1 for ever.</summary>
    public SpecMadeState? State { get; init; }

    /// <summary>Where the text of a body is chosen among several representations.</summary>
    public SpecMadeBody? Body { get; init; }

    /// <summary>What makes an update impossible.</summary>
    public IReadOnlyList<SpecMadeRefusal> Refusals { get; init; } = [];

    /// <summary>The summary of the documentation, where it is not the usual one.</summary>
    public string? Summary { get; init; }

    /// <summary>Paragraphs of the documentation.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <param name="Name">The C# name.</param>
/// <param name="Text">What the documentation says of it; it stands where the argument is defined.</param>
internal sealed record SpecMadeArgument(string Name, JsonString Text);

/// <param name="Members">What is sent.</param>
/// <param name="Never">What is not.</param>
internal sealed record SpecMadeObject(IReadOnlyList<SpecMadeMember> Members, IReadOnlyList<JsonString> Never);

/// <param name="Source">The status.</param>
/// <param name="Otherwise">What to do about anything but current.</param>
internal sealed record SpecMadeCurrent(JsonString Source, string Otherwise);

/// <param name="Status">Where the status is read.</param>
/// <param name="Number">Where the number of the version is read.</param>
/// <param name="Argument">The argument that changes the status.</param>
internal sealed record SpecMadeState(JsonString Status, JsonString Number, JsonString Argument);

/// <param name="Source">Where the representations are read.</param>
/// <param name="Representations">Those that can be written, the best first.</param>
internal sealed record SpecMadeBody(JsonString Source, IReadOnlyList<JsonString> Representations);

/// <param name="Source">Where the text is read.</param>
/// <param name="Is">The text that makes it impossible.</param>
/// <param name="Given">Only when this argument is given; null for always.</param>
/// <param name="Because">What is so, and what to do.</param>
internal sealed record SpecMadeRefusal(JsonString Source, string Is, JsonString? Given, string Because);

/// <summary>What one member of a request is made of.</summary>
/// <param name="Node">The JSON that it was read from.</param>
/// <param name="Name">Its name on the wire.</param>
internal sealed record SpecMadeMember(JsonObject Node, string Name)
{
    /// <summary>Where it is read: names on the wire, with points in between.</summary>
    public JsonString? Source { get; init; }

    /// <summary>The argument that changes it.</summary>
    public JsonString? Argument { get; init; }

    /// <summary>What is always sent.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>What is sent when nothing came.</summary>
    public JsonNode? Otherwise { get; init; }

    /// <summary>An object made of members.</summary>
    public SpecMadeObject? Object { get; init; }

    /// <summary><c>next</c>: the number of the version after the one that was read; <c>same</c>: the one that was read.</summary>
    public JsonString? Version { get; init; }

    /// <summary><c>status</c> or <c>number</c> of <see cref="SpecMadeOf.State"/>.</summary>
    public JsonString? State { get; init; }

    /// <summary><c>representation</c> or <c>text</c> of <see cref="SpecMadeOf.Body"/>.</summary>
    public JsonString? Body { get; init; }

    /// <summary>Its class is made of the same thing.</summary>
    public bool IsMade { get; init; }

    /// <summary>An update makes no sense without it, whether or not the document requires it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>An empty text is one too.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>The texts that are sent as they were read; nothing else is. Empty for all.</summary>
    public IReadOnlyList<string> When { get; init; } = [];
}
