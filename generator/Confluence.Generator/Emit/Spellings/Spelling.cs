using Confluence.Generator.Model;

namespace Confluence.Generator.Emit.Spellings;

/// <summary>How a type is spelled wherever generated code says something of it. One record for each kind, or for kinds that are spelled alike.</summary>
internal abstract record Spelling
{
    /// <summary>The C# type, without the null that may stand in its place.</summary>
    public abstract string Name { get; }

    /// <summary>The method that reads one value, as the delegate that the runtime takes.</summary>
    public abstract string Reader { get; }

    /// <summary>The method that writes one value, as the delegate that the runtime takes.</summary>
    public abstract string Writer { get; }

    /// <summary>Whether one look tells the value, so that debuggers show it.</summary>
    public virtual bool IsShort => true;

    /// <summary>The type of a field that holds a member, where that is not the type of the property; null otherwise.</summary>
    public virtual string? FieldType => null;

    /// <summary>The end of the name of the method that adds a value to a query.</summary>
    public virtual string QueryMethod => "";

    /// <summary>The method that adds a part to a form.</summary>
    public virtual string FormMethod => "Text";

    public static Spelling Of(TypeRef type) => type.Kind switch
    {
        TypeKind.String => new ScalarSpelling("string", "String"),
        TypeKind.LazyText => new LazyTextSpelling(),
        TypeKind.Int32 => new ScalarSpelling("int", "Int32"),
        TypeKind.Int64 => new ScalarSpelling("long", "Int64"),
        TypeKind.Double => new ScalarSpelling("double", "Double"),
        TypeKind.Boolean => new ScalarSpelling("bool", "Boolean"),
        TypeKind.DateTime => new ScalarSpelling(Runtime.DateTimeOffset, "DateTime"),
        TypeKind.UnixTime => new UnixTimeSpelling(),
        TypeKind.Element => new ScalarSpelling(Runtime.JsonElement, "Element"),
        TypeKind.File => new FileSpelling(),
        TypeKind.Model => new ModelSpelling(type),
        TypeKind.Interface => new InterfaceSpelling(type),
        TypeKind.Enum => new EnumSpelling(type),
        TypeKind.Union => new UnionSpelling(type),
        TypeKind.List => new CollectionSpelling(TypeText.Item(type), "List", $"{Runtime.List}<{TypeText.Of(TypeText.Item(type))}>"),
        TypeKind.Map => new CollectionSpelling(TypeText.Item(type), "Map", $"{Runtime.Map}<string, {TypeText.Of(TypeText.Item(type))}>"),
        _ => throw new InvalidOperationException($"Nobody says how {type.Kind} is spelled."),
    };

    /// <summary>The value that reads a member.</summary>
    /// <param name="index">Its place among the members.</param>
    public abstract string ReadMember(int index);

    /// <summary>The statement that writes a member.</summary>
    /// <param name="index">Its place among the members.</param>
    /// <param name="name">Its name, as a literal.</param>
    /// <param name="value">What holds it.</param>
    public abstract string WriteMember(int index, string name, string value);

    /// <summary>What a field gives for the property.</summary>
    public virtual string Get(string field) => field;

    /// <summary>What a field takes for a value of the property.</summary>
    public virtual string Hold(string value) => value;

    /// <summary>Whether a field holds nothing.</summary>
    public virtual string IsNull(string field) => field + " is null";

    /// <summary>What the encoder of a path takes for an argument.</summary>
    public virtual string InPath(string argument) => argument;
}
