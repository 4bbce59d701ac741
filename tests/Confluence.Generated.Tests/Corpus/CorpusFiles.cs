using System.Runtime.CompilerServices;

namespace Confluence.Generated.Tests.Corpus;

/// <summary>A payload that another project recorded or wrote, with what its manifest says of it.</summary>
/// <param name="Name">The path inside the corpus.</param>
/// <param name="OperationId">The operation that it answers.</param>
/// <param name="Api">The API of the operation.</param>
/// <param name="IsWhole">Whether it has all that the answer had; what was made up, cut out or trimmed lacks what every real answer carries.</param>
internal sealed record CorpusFile(string Name, string OperationId, string Api, bool IsWhole);

/// <summary>The corpus. It lies beside the repository, not inside, so it is not there everywhere.</summary>
internal static class CorpusFiles
{
    /// <summary>Files that are no answer of an operation that the client has.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>
    {
        ["airbyte/getAuditRecords-record__1.json"] = "a connector changed the types of members",
        ["mcp-atlassian/v1-legacy-getContentById__1.json"] = "the operation was removed from v1",
        ["mcp-atlassian/v1-legacy-getContentComments__1.json"] = "the operation was removed from v1",
        ["mcp-atlassian/v1-legacy-getLabelsForContent__1.json"] = "the operation was removed from v1",
        ["mcp-atlassian/v1-legacy-getSpaces__1.json"] = "the operation was removed from v1",
        ["nango/oauth-accessible-resources__1.json"] = "the operation belongs to another API",
    };

    /// <summary>Files that their projects have taken members out of, or put others in.</summary>
    public static readonly IReadOnlyDictionary<string, string> Trimmed = new Dictionary<string, string>
    {
        ["baton-confluence/searchUser__1.json"] = "members around the user were taken out",
        ["baton-confluence/searchUser__2.json"] = "members around the user were taken out",
        ["salto/getSpaces__2.json"] = "some spaces have the form of v1",
    };

    private static readonly string s_folder = Folder();

    public static bool Exist => File.Exists(Path.Combine(s_folder, "manifest.tsv"));

    public static IReadOnlyList<CorpusFile> All { get; } = Exist ? [.. ReadManifest()] : [];

    /// <summary>The files that hold a refusal.</summary>
    public static IEnumerable<CorpusFile> Errors => All.Where(static file => file.OperationId.StartsWith("error-", StringComparison.Ordinal));

    /// <summary>The files that hold the answer of an operation.</summary>
    public static IEnumerable<CorpusFile> Answers => All.Except(Errors).Where(static file => !LeftOut.ContainsKey(file.Name));

    public static CorpusFile Find(string name) => All.Single(file => file.Name == name);

    public static string Read(CorpusFile file) => File.ReadAllText(Path.Combine(s_folder, file.Name));

    private static IEnumerable<CorpusFile> ReadManifest() => File.ReadLines(Path.Combine(s_folder, "manifest.tsv")).Skip(1)
        .Select(static line => line.Split('\t'))
        .Select(static cells => new CorpusFile(cells[0], cells[1], cells[2], cells[4] is "captured" or "captured-edited" && !Trimmed.ContainsKey(cells[0])));

    private static string Folder([CallerFilePath] string callerPath = "") =>
        Path.GetFullPath(Path.Combine(callerPath, "..", "..", "..", "..", "..", "shared", "corpus"));
}
