using System.ComponentModel;
using System.Diagnostics;
using Confluence.Generator.Spec.Json;
using Confluence.Generator.Tests.Spec;
using Confluence.Generator.Tests.SpecTool;
using JsonNode = System.Text.Json.Nodes.JsonNode;

namespace Confluence.Generator.Tests.OverlayPeer;

/// <summary>
/// An implementation of OpenAPI Overlay 1.0 that is not ours, openapi-format from npm, makes the same effective documents. The tests
/// use it where <c>.ci/overlay-peer</c> has installed it; they download nothing themselves.
/// </summary>
public sealed class OverlayPeerTests
{
    private static readonly string s_installed = Repository.PathOf("tests", "Confluence.Generator.Tests", "obj", "overlay-peer");

    [Theory]
    [InlineData("v2", 6)]
    [InlineData("v1", 5)]
    public void Another_implementation_makes_the_same_document(string api, int count)
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(s_installed, "node_modules", "openapi-format")), "openapi-format is not installed; run .ci/overlay-peer, which needs npm and its registry.");

        using var directory = new TemporaryDirectory();
        string output = directory.PathOf("effective.json");
        string document = CommittedSpec.Files.Single(file => Path.GetFileName(file) == $"confluence-{api}.json");
        string[] overlays = [.. CommittedSpec.Files.Where(file => Path.GetFileName(file).StartsWith($"confluence-{api}.", StringComparison.Ordinal) && file.EndsWith(".overlay.json", StringComparison.Ordinal))];
        Assert.Equal(count, overlays.Length);
        Apply([output, document, .. overlays]);

        string[] theirs = [.. FactsOf(JsonNode.Parse(File.ReadAllText(output)), "$")];
        string[] ours = [.. FactsOf(JsonNode.Parse(JsonFormatter.Indented(CommittedSpec.Load().Documents.Single(loaded => loaded.Api == api).Node)), "$")];
        string[] untouched = [.. FactsOf(JsonNode.Parse(File.ReadAllText(document)), "$")];

        Assert.NotEqual(untouched, ours);
        Assert.Equal(theirs, ours);
    }

    private static void Apply(IEnumerable<string> arguments)
    {
        // Not the copy beside the packages: that may be older than the repository.
        string script = Repository.PathOf("tests", "Confluence.Generator.Tests", "OverlayPeer", "apply.js");
        var start = new ProcessStartInfo("node", [script, .. arguments]) { RedirectStandardError = true };
        start.Environment["NODE_PATH"] = Path.Combine(s_installed, "node_modules");
        try
        {
            using Process node = Process.Start(start) ?? throw new InvalidOperationException("node was not started.");
            string error = node.StandardError.ReadToEnd();
            node.WaitForExit();
            Assert.True(node.ExitCode == 0, error);
        }
        catch (Win32Exception)
        {
            Assert.Skip("node is not installed.");
        }
    }

    /// <summary>One line a value, objects in the order of their names: their order says nothing, that of arrays does.</summary>
    private static IEnumerable<string> FactsOf(JsonNode? node, string place) => node switch
    {
        System.Text.Json.Nodes.JsonObject { Count: > 0 } value => value.OrderBy(member => member.Key, StringComparer.Ordinal).SelectMany(member => FactsOf(member.Value, $"{place}['{member.Key}']")),
        System.Text.Json.Nodes.JsonArray { Count: > 0 } array => array.SelectMany((item, i) => FactsOf(item, FormattableString.Invariant($"{place}[{i}]"))),
        _ => [$"{place} = {node?.ToJsonString() ?? "null"}"],
    };
}
