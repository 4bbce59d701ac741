using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Confluence.Generator.Tests.Cases;

/// <summary>The case whose every text tries to become code: none does, and each arrives as it was.</summary>
public sealed class HostileTests
{
    private static readonly IReadOnlyDictionary<string, string> s_sources = GeneratorRun.Start(Case.Documents("Hostile")).Sources;

    [Fact]
    public void Text_of_documents_declares_nothing()
    {
        string[] declared = [.. s_sources.Values.SelectMany(Nodes<BaseTypeDeclarationSyntax>).Select(type => type.Identifier.Text)];

        Assert.Contains("BadSummaryClassEvil", declared);
        Assert.DoesNotContain(declared, name => name.StartsWith("Evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"; class Evil { } // \\ */ \"\"\" {0} {{ $\" \n</summary>\u2028\r\t\0 <c>`")]
    [InlineData("b\"\"\"")]
    [InlineData("c\\")]
    [InlineData("d\0")]
    [InlineData("h\u2029")]
    [InlineData("Use\")] class Evil3 { } //\n*/ \"\"\" {0}")]
    [InlineData("see <https://a\nclass Evil { }> \"& </para>\nclass Evil2 { } `")]
    [InlineData("/wiki/api/v2/a\"b\\c/{na\"me}/*/")]
    [InlineData("read\"\n*/")]
    [InlineData("q\"; */ </summary>\nclass Evil {}")]
    [InlineData("file\"\n")]
    public void Text_of_documents_arrives_as_it_was(string text)
    {
        var literals = s_sources.Values.SelectMany(Nodes<LiteralExpressionSyntax>).Select(literal => literal.Token.Value);

        Assert.Contains(text, literals);
    }

    private static IEnumerable<T> Nodes<T>(string source) => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<T>();
}
