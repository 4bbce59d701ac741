using Confluence.Generator.Spec.Json;

namespace Confluence.SpecTool.Drift.Recordings;

/// <summary>An answer that somebody recorded.</summary>
/// <param name="File">The file that it stands in.</param>
/// <param name="Line">The line that it begins in, counted from one.</param>
/// <param name="Name">The operation: its id, its name in C# or its method and path in the document; null where a request is told instead.</param>
/// <param name="Request">The request that was sent, such as <c>GET /wiki/api/v2/pages/1</c>; null where the operation is named.</param>
/// <param name="Status">The status; null where the recording does not tell it.</param>
/// <param name="Body">The body; null where none came or none was kept.</param>
internal sealed record Recording(string File, int Line, string? Name, string? Request, int? Status, JsonNode? Body)
{
    /// <summary>Gets the headers, each value by itself.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Gets whether the body has all that the answer had: only then does what is missing tell something.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Gets the API that the operation belongs to; null where the recording does not tell it.</summary>
    public string? Api { get; init; }

    /// <summary>Gets where it stands, as compilers write it.</summary>
    public string Place => FormattableString.Invariant($"{File}({Line},1)");
}

/// <summary>What stood in the files that were named.</summary>
/// <param name="Recordings">The answers.</param>
/// <param name="LeftOut">The number of files that hold no recorded answer of an operation, as their manifest says.</param>
internal sealed record RecordingSet(IReadOnlyList<Recording> Recordings, int LeftOut);
