using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Confluence.Contract.Tests.Reports;

/// <summary>How many small changes of a folder's code the tests notice, as <c>.ci/mutation</c> last measured it: that takes too long to be done here.</summary>
/// <param name="Noticed">The changes that made a test fail.</param>
/// <param name="Open">Those that made none fail.</param>
/// <param name="Named">Those that change nothing that can be seen, each of which is named with its reason.</param>
/// <param name="IsCurrent">Whether the sources are those that were measured.</param>
internal sealed record MutationScore(int Noticed, int Open, int Named, bool IsCurrent)
{
    private const string Root = "mutation/";

    private static readonly string[] s_folders = ["Paging", "Json", "Http", "Build", "Emit"];

    public int Tried => Noticed + Open;

    /// <summary>The folders that are tried, each with its score; null for one that has none.</summary>
    public static IEnumerable<(string Folder, MutationScore? Score)> All()
    {
        JsonObject scores = JsonNode.Parse(Read("scores.json"))?.AsObject() ?? throw new InvalidOperationException("tests/Mutation/scores.json holds no scores.");
        foreach (string folder in s_folders)
        {
            yield return scores[folder] is not { } score
                ? (folder, null)
                : (folder, new MutationScore(
                    Value<int>(score, folder, "noticed"),
                    Value<int>(score, folder, "open"),
                    Value<int>(score, folder, "named"),
                    Value<string>(score, folder, "sources") == HashOf(folder)));
        }
    }

    private static T Value<T>(JsonNode? score, string folder, string name) =>
        score?[name] is { } value ? value.GetValue<T>() : throw new InvalidOperationException($"tests/Mutation/scores.json lacks '{name}' of '{folder}'.");

    /// <summary>The hash of the sources one behind the other, as <c>.ci/mutation</c> makes it.</summary>
    private static string HashOf(string folder)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string prefix = Root + folder + "/";
        foreach (string name in typeof(MutationScore).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Read(name[Root.Length..]));
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    private static byte[] Read(string name)
    {
        using Stream stream = typeof(MutationScore).Assembly.GetManifestResourceStream(Root + name) ?? throw new InvalidOperationException($"The tests carry no {name}.");
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
