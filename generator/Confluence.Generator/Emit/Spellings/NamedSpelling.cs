using Confluence.Generator.Model;

namespace Confluence.Generator.Emit.Spellings;

/// <summary>A type that was emitted itself, and reads and writes itself.</summary>
internal abstract record NamedSpelling(TypeRef Type) : Spelling
{
    public override string Name => $"global::{Type.Namespace}.{Type.Name}";

    public override string Reader => $"{Runtime.JsonItem}.Model<{Name}>";

    public override string Writer => Reader;
}

/// <summary>A class.</summary>
internal sealed record ModelSpelling(TypeRef Type) : NamedSpelling(Type)
{
    public override bool IsShort => false;

    public override string ReadMember(int index) => $"_json.Object(ref reader, {index}) ? new {Name}(ref reader) : null";

    public override string WriteMember(int index, string name, string value) => $"_json.Model(writer, {index}, {name}, {value});";
}

/// <summary>What several classes have in common.</summary>
internal sealed record InterfaceSpelling(TypeRef Type) : NamedSpelling(Type)
{
    public override string Reader => throw NotJson();

    public override string Writer => throw NotJson();

    public override bool IsShort => false;

    public override string ReadMember(int index) => throw NotJson();

    public override string WriteMember(int index, string name, string value) => throw NotJson();

    private static InvalidOperationException NotJson() => new("An interface can't stand in JSON: classes do.");
}

/// <summary>An open enum, which is a text in addresses.</summary>
internal sealed record EnumSpelling(TypeRef Type) : NamedSpelling(Type)
{
    public override string QueryMethod => $"Enum<{Name}>";

    public override string ReadMember(int index) => $"_json.Enum<{Name}>(ref reader, {index})";

    public override string WriteMember(int index, string name, string value) => $"_json.Enum<{Name}>(writer, {index}, {name}, {value});";

    public override string InPath(string argument) => $"{argument}.Value, nameof({argument})";
}

/// <summary>One of several classes.</summary>
internal sealed record UnionSpelling(TypeRef Type) : NamedSpelling(Type)
{
    public override string ReadMember(int index) => $"_json.Union<{Name}>(ref reader, {index})";

    public override string WriteMember(int index, string name, string value) => $"_json.Union<{Name}>(writer, {index}, {name}, {value});";
}
