using System.Text.RegularExpressions;

namespace Confluence.Generator.Tests.Spec;

/// <summary>Spec ◄ Build ► Model ◄ Emit: each layer's sources name only the layers that it may know.</summary>
public sealed partial class LayerTests
{
    [Theory]
    [InlineData("Spec", "")]
    [InlineData("Model", "")]
    [InlineData("Build", "Spec Model")]
    [InlineData("Emit", "Model")]
    public void A_layer_names_only_those_below_it(string layer, string allowed)
    {
        string directory = Repository.PathOf("generator", "Confluence.Generator", layer);
        string[] files = Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);

        string[] known = [layer, .. allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        IEnumerable<string> strangers = files
            .SelectMany(file => LayerName().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Layer: match.Groups[1].Value)))
            .Where(found => !known.Contains(found.Layer))
            .Select(found => $"{found.File} names {found.Layer}");
        Assert.Empty(strangers.Distinct());
    }

    [Fact]
    public void The_layer_that_reads_knows_no_compiler()
    {
        string directory = Repository.PathOf("generator", "Confluence.Generator", "Spec");

        Assert.DoesNotContain(Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories), file => File.ReadAllText(file).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\b(?:Confluence\.)?Generator\.(Spec|Build|Model|Emit)\b")]
    private static partial Regex LayerName();
}
