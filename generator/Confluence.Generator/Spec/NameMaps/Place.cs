using System.Globalization;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Spec.NameMaps;

/// <summary>
/// Where a document uses a type, such as <c>GET /pages item</c> or <c>PageBulk.version</c>: a schema that is renamed or written inline
/// is still known by it. Its text is what a name map keeps.
/// </summary>
internal readonly record struct Place
{
    private readonly string _text;

    private Place(string text) => _text = text;

    /// <summary>Each item of a list that stands here.</summary>
    public Place Item => new(_text + "[]");

    /// <summary>Each value of a map that stands here.</summary>
    public Place Value => new(_text + "{}");

    /// <summary>Each result of a collection that stands here.</summary>
    public Place Result => new(_text + ".results[]");

    /// <summary>What the operation sends.</summary>
    public static Place OfBody(SpecOperation operation) => new(operation.Key + " body");

    /// <summary>What the operation answers with.</summary>
    public static Place OfAnswer(SpecOperation operation) => new(operation.Key + " answer");

    /// <summary>Each item of what the operation gives page by page.</summary>
    public static Place OfItem(SpecOperation operation) => new(operation.Key + " item");

    /// <summary>A parameter of the operation.</summary>
    public static Place OfParameter(SpecOperation operation, string parameter) => new($"{operation.Key} ?{parameter}");

    /// <summary>A member of a C# type.</summary>
    public static Place OfMember(string type, string wireName) => new($"{type}.{wireName}");

    /// <summary>A place as a name map keeps it.</summary>
    public static Place Kept(string text) => new(text);

    /// <summary>One of the alternatives that stand here, counted from 1.</summary>
    public Place Case(int number) => new($"{_text}|{number.ToString(CultureInfo.InvariantCulture)}");

    public override string ToString() => _text;
}
