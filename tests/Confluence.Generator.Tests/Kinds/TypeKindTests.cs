using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Tests.Kinds;

/// <summary>Whoever adds a kind of type says two things of it, each in one table: what it may be used for, and how it is spelled.</summary>
public sealed class TypeKindTests
{
    public static TheoryData<string> Kinds => [.. Enum.GetNames<TypeKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_facts_and_a_spelling(string kind)
    {
        TypeRef type = Of(kind);

        Assert.NotEqual("", Spelling.Of(type).Name);
        Assert.Equal(type.IsValueType, KindFacts.Of(type.Kind).IsStruct);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_but_the_file_and_the_interface_is_JSON(string kind)
    {
        Spelling spelling = Spelling.Of(Of(kind));
        Func<string>[] texts = [() => spelling.Reader, () => spelling.Writer, () => spelling.ReadMember(0), () => spelling.WriteMember(0, "name", "value")];

        if (kind is nameof(TypeKind.File) or nameof(TypeKind.Interface))
        {
            Assert.All(texts, text => Assert.Throws<InvalidOperationException>(text));
        }
        else
        {
            Assert.All(texts, text => Assert.NotEqual("", text()));
        }
    }

    [Fact]
    public void An_unknown_kind_is_refused()
    {
        const TypeKind Unknown = (TypeKind)99;

        Assert.Contains("99", Assert.Throws<InvalidOperationException>(() => KindFacts.Of(Unknown)).Message, StringComparison.Ordinal);
        Assert.Contains("99", Assert.Throws<InvalidOperationException>(() => Spelling.Of(new TypeRef(Unknown))).Message, StringComparison.Ordinal);
    }

    private static TypeRef Of(string kind) => new(Enum.Parse<TypeKind>(kind), "Here", "Thing", TypeRef.String);
}
