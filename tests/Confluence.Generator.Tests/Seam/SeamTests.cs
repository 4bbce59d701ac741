using System.Reflection;
using System.Text.RegularExpressions;
using Confluence.Generated;
using Confluence.Generator.Build.Naming;
using Confluence.Generator.Emit;

namespace Confluence.Generator.Tests.Seam;

/// <summary>Generated code writes no name of the runtime or the framework that is not on the closed list, and all of the list is needed.</summary>
public sealed partial class SeamTests
{
    private static readonly string[] s_generated =
    [
        "global::Confluence.Generated.V1.", "global::Confluence.Generated.V2.",
    ];

    [Fact]
    public void Emitted_names_stay_within_the_closed_list()
    {
        string[] foreign = [.. EmittedNames().Where(name => !ClosedList().Any(known => IsWithin(name, known))).Order(StringComparer.Ordinal)];

        Assert.Empty(foreign);
    }

    [Fact]
    public void Every_name_of_the_closed_list_is_emitted()
    {
        HashSet<string> emitted = EmittedNames();

        Assert.All(ClosedList(), known => Assert.Contains(emitted, name => IsWithin(name, known)));
    }

    [Fact]
    public void Closed_list_is_found() => Assert.InRange(ClosedList().Count, 20, 60);

    [Fact]
    public void Options_do_not_hide_what_they_inherit()
    {
        var inherited = typeof(ConfluenceListOptions)
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => property.Name);

        Assert.All(inherited, name => Assert.NotEqual(name, Names.Option(name, "AnyOptions", isList: false)));
    }

    [Theory]
    [InlineData("Spec", "Build", "Model", "Emit")]
    [InlineData("Model", "Spec", "Build", "Emit")]
    [InlineData("Emit", "Spec", "Build")]
    [InlineData("Build", "Emit")]
    public void Folder_does_not_know_the_others(string folder, params string[] others)
    {
        string root = Path.Combine(RealDocuments.Repository(), "generator", "Confluence.Generator", folder);
        var usings =
            from path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            from line in File.ReadLines(path)
            from other in others
            where line.Contains($"Confluence.Generator.{other}", StringComparison.Ordinal)
            select $"{Path.GetFileName(path)}: {line}";

        Assert.Empty(usings);
    }

    /// <summary>The name itself, or a static member of it.</summary>
    private static bool IsWithin(string name, string known) => name == known || name.StartsWith(known + ".", StringComparison.Ordinal);

    private static HashSet<string> EmittedNames() =>
    [
        .. RealDocuments.Run.Sources.Values
            .SelectMany(text => GlobalName().Matches(text).Select(match => match.Value))
            .Where(name => !s_generated.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))),
    ];

    private static List<string> ClosedList() =>
    [
        .. typeof(Runtime).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string?)field.GetRawConstantValue() ?? "")
            .Where(name => name.StartsWith("global::", StringComparison.Ordinal)),
    ];

    [GeneratedRegex(@"global::[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")]
    private static partial Regex GlobalName();
}
