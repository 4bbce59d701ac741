namespace Confluence.Generator.Emit.Spellings;

/// <summary>A value that the runtime reads and writes under one name.</summary>
/// <param name="Type">The C# type.</param>
/// <param name="Method">What the runtime calls it.</param>
internal record ScalarSpelling(string Type, string Method) : Spelling
{
    public override string Name => Type;

    public override string Reader => $"{Runtime.JsonItem}.{Method}";

    public override string Writer => Reader;

    public override string ReadMember(int index) => $"_json.{Method}(ref reader, {index})";

    public override string WriteMember(int index, string name, string value) => $"_json.{Method}(writer, {index}, {name}, {value});";
}

/// <summary>A point in time that is a number on the wire.</summary>
internal sealed record UnixTimeSpelling() : ScalarSpelling(Runtime.DateTimeOffset, "UnixTime")
{
    public override string QueryMethod => "UnixTime";
}

/// <summary>A text that is a string where it stands alone, and UTF-8 where an object holds it.</summary>
internal sealed record LazyTextSpelling : Spelling
{
    public override string Name => "string";

    public override string Reader => $"{Runtime.JsonItem}.String";

    public override string Writer => Reader;

    public override bool IsShort => false;

    public override string FieldType => Runtime.JsonText;

    public override string Get(string field) => field + ".Get()";

    public override string Hold(string value) => $"new {Runtime.JsonText}({value})";

    public override string IsNull(string field) => field + ".IsNull";

    public override string ReadMember(int index) => $"_json.Text(ref reader, {index})";

    public override string WriteMember(int index, string name, string value) => $"_json.Text(writer, {index}, {name}, in {value});";
}

/// <summary>A file, which stands in forms only.</summary>
internal sealed record FileSpelling : Spelling
{
    public override string Name => Runtime.FileUpload;

    public override string Reader => throw NotJson();

    public override string Writer => throw NotJson();

    public override string FormMethod => "File";

    public override string ReadMember(int index) => throw NotJson();

    public override string WriteMember(int index, string name, string value) => throw NotJson();

    private static InvalidOperationException NotJson() => new("A file can't stand in JSON.");
}
