using Confluence.Layers;

namespace Confluence.Cli.Tests.Layers;

public sealed class FolderGraphTests
{
    private const string Lamp = "namespace Toy.Parts; class Lamp { public class Bulb; }";

    [Fact]
    public void A_folder_comes_behind_those_that_it_uses()
    {
        FolderGraph graph = GraphOf(
            ("Shop.cs", "class Shop { House _house = new(); }"),
            ("House.cs", "class House;"),
            ("Build/Room.cs", "class Room { Toy.Parts.Lamp _lamp; }"),
            ("Build/Floors/Floor.cs", "class Floor : Shop { Room _room; }"),
            ("Parts/Lamp.cs", Lamp));

        Assert.Empty(graph.Circles);
        Assert.Equal(
            """
            .
            Parts
            Build        > Parts
            Build/Floors > ., Build

            """.ReplaceLineEndings("\n"),
            graph.ToString());
    }

    [Fact]
    public void A_circle_is_told_with_what_makes_it()
    {
        FolderGraph graph = GraphOf(
            ("A/One.cs", "class One { Two _two; }"),
            ("B/Two.cs", "class Two { Three _three; Other _other; }"),
            ("C/Three.cs", "class Three { One _one; }"),
            ("D/Other.cs", "class Other;"));

        FolderCircle circle = Assert.Single(graph.Circles);
        Assert.Equal(
            """
            Circle of A, B, C
              A > B
                A/One.cs: Two
              B > C
                B/Two.cs: Three
              C > A
                C/Three.cs: One

            """.ReplaceLineEndings("\n"),
            circle.ToString());
    }

    [Fact]
    public void A_folder_within_a_folder_is_one_of_its_own()
    {
        FolderGraph graph = GraphOf(("A/One.cs", "class One { Two _two; }"), ("A/B/Two.cs", "class Two { One _one; }"));

        Assert.Equal(["A", "A/B"], Assert.Single(graph.Circles).Folders);
    }

    [Theory]
    [InlineData("Lamp F() => null;")]
    [InlineData("object F() => new Lamp.Bulb();")]
    [InlineData("object F() => typeof(Lamp);")]
    [InlineData("bool F(object o) => o is Lamp;")]
    [InlineData("string F() => nameof(Lamp);")]
    [InlineData("System.Collections.Generic.List<Lamp[]> F;")]
    [InlineData("void F<T>() where T : Lamp { }")]
    [InlineData("object F() => Unknown.Call<int>(x => (Lamp)x);")]
    [InlineData("[Mark] int F;")]
    [InlineData("int F() => 1.Lit();")]
    [InlineData("int F(Unknown x) => x.Lit();")]
    [InlineData("int F(Unknown x) => x?.Lit() ?? 0;")]
    [InlineData("bool F() => 1.IsLit;")]
    public void A_type_is_named_wherever_one_can_stand(string member)
    {
        Assert.Equal(["Parts"], UsedBy(member));
    }

    [Theory]
    [InlineData("int Lamp; int F() => Lamp;")]
    [InlineData("int F(int Lamp) => Lamp.CompareTo(1);")]
    [InlineData("// Lamp")]
    [InlineData("/// <see cref=\"Lamp\"/>\n int F;")]
    [InlineData("string F = \"Lamp\";")]
    [InlineData("int Lit() => 1; int F() => this.Lit();")]
    [InlineData("void F<Lamp>(Lamp x) { }")]
    public void Another_thing_of_its_name_is_no_type(string member)
    {
        Assert.Empty(UsedBy(member));
    }

    [Fact]
    public void An_extension_out_of_reach_is_not_meant()
    {
        Assert.Empty(UsedBy("int F(Unknown x) => x.Lit();", usings: ""));
    }

    [Fact]
    public void The_parts_of_a_type_use_each_other()
    {
        FolderGraph graph = GraphOf(("A/One.cs", "partial class One;"), ("B/One.cs", "partial class One;"));

        Assert.Equal(["A", "B"], Assert.Single(graph.Circles).Folders);
    }

    private static IEnumerable<string> UsedBy(string member, string usings = "using Toy.Parts;") => GraphOf(
        ("Parts/Lamp.cs", Lamp),
        ("Parts/MarkAttribute.cs", "namespace Toy.Parts; class MarkAttribute : System.Attribute;"),
        ("Parts/Light.cs", "namespace Toy.Parts; static class Light { public static int Lit(this int n) => n; extension(int n) { public bool IsLit => true; } }"),
        ("Build/Room.cs", $"{usings} namespace Toy.Build; class Room {{ {member}\n }}")).UsedBy("Build");

    private static FolderGraph GraphOf(params (string Path, string Text)[] files) =>
        new ProjectSources(files.Select(static file => KeyValuePair.Create(file.Path, file.Text))).Graph();
}
