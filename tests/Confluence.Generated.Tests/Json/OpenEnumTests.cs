using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Confluence.Generated.Json;
using Confluence.Generated.Retrieval;
using Confluence.Generated.V2.Models;

namespace Confluence.Generated.Tests.Json;

/// <summary>All open enums, generated and written by hand, are one thing: the same members, the same JSON, the same parsing.</summary>
public sealed class OpenEnumTests
{
    private static readonly Type[] s_all = [.. typeof(ConfluenceClient).Assembly.GetExportedTypes().Where(static type => type.IsValueType && typeof(IOpenEnum).IsAssignableFrom(type))];

    public static TheoryData<Type> All => [.. s_all];

    [Fact]
    public void Those_of_the_retrievals_and_of_errors_are_among_them()
    {
        Assert.Superset(new HashSet<Type> { typeof(UserKind), typeof(PageKind), typeof(RetrievedPageState), typeof(ActivityKind), typeof(ConfluenceErrorKind), typeof(PageSortOrder) }, new HashSet<Type>(s_all));
        Assert.True(s_all.Length > 80, $"{s_all.Length} open enums.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_known_value_is_a_constant_and_a_property(Type type)
    {
        string[] properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type).Select(static property => property.Name).Order(StringComparer.Ordinal)];
        FieldInfo[] constants = type.GetNestedType("Values")?.GetFields() ?? [];

        Assert.NotEmpty(constants);
        Assert.Equal(properties, constants.Select(static field => field.Name).Order(StringComparer.Ordinal));
        Assert.All(constants, field =>
        {
            Assert.True(field.IsLiteral);
            Assert.Equal(field.GetRawConstantValue(), ((IOpenEnum?)type.GetProperty(field.Name)?.GetValue(null))?.Value);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Json_holds_the_text_as_a_value_and_as_a_key(Type type) => Run(nameof(CheckJson), type);

    [Theory]
    [MemberData(nameof(All))]
    public void Text_makes_it_in_every_way_that_configuration_and_routes_know(Type type) => Run(nameof(CheckText), type);

    [Fact]
    public void It_can_be_switched_over()
    {
        string told = ActivityKind.Edited.Value switch
        {
            ActivityKind.Values.Edited or ActivityKind.Values.Created => "written",
            _ => "else",
        };

        Assert.Equal("written", told);
    }

    [Fact]
    public void What_stands_for_nothing_known_is_the_default()
    {
        Assert.Equal(default, new PageKind("Unknown"));
        Assert.Equal(default(PageKind).GetHashCode(), new PageKind("Unknown").GetHashCode());
        Assert.Equal("\"Unknown\"", JsonSerializer.Serialize(default(UserKind)));
        Assert.Equal(UserKind.Unknown, JsonSerializer.Deserialize<UserKind>("\"Unknown\""));
    }

    [Fact]
    public void An_empty_text_is_none_of_the_retrievals()
    {
        Assert.False(PageKind.TryParse("", null, out _));
        Assert.Equal("An empty text is no PageKind.", Assert.Throws<FormatException>(static () => PageKind.Parse("", null)).Message);
        Assert.Contains("An empty text is no PageKind.", Assert.Throws<JsonException>(static () => JsonSerializer.Deserialize<PageKind>("\"\"")).Message, StringComparison.Ordinal);
    }

    private static void Run(string check, Type type) =>
        typeof(OpenEnumTests).GetMethod(check, BindingFlags.NonPublic | BindingFlags.Static)?.MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);

    private static void CheckJson<T>()
        where T : struct, IOpenEnum, ISpanParsable<T>
    {
        T value = T.Parse("of tomorrow", null);

        Assert.Equal("\"of tomorrow\"", JsonSerializer.Serialize(value));
        Assert.Equal(value, JsonSerializer.Deserialize<T>("\"of tomorrow\""));
        Assert.Equal("""{"of tomorrow":1}""", JsonSerializer.Serialize(new Dictionary<T, int> { [value] = 1 }));
        Assert.Equal(1, JsonSerializer.Deserialize<Dictionary<T, int>>("""{"of tomorrow":1}""")?[value]);
    }

    private static void CheckText<T>()
        where T : struct, IOpenEnum, ISpanParsable<T>, IEquatable<T>
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(T));
        T value = T.Parse("of tomorrow", null);

        Assert.Equal("of tomorrow", value.Value);
        Assert.Equal("of tomorrow", value.ToString());
        Assert.Equal(value, T.Parse("of tomorrow".AsSpan(), null));
        Assert.True(T.TryParse("of tomorrow", null, out T tried) && value.Equals(tried));
        Assert.True(T.TryParse("of tomorrow".AsSpan(), null, out tried) && value.Equals(tried));
        Assert.False(IsParsed<T>(null));
        Assert.True(converter.CanConvertFrom(typeof(string)));
        Assert.Equal(value, converter.ConvertFromInvariantString("of tomorrow"));
        Assert.Equal("of tomorrow", converter.ConvertToInvariantString(value));
        Assert.NotEqual(value, T.Parse("Of tomorrow", null));
    }

    // By the narrower interface: the other one takes a null for an empty text.
    private static bool IsParsed<T>(string? text)
        where T : IParsable<T> => T.TryParse(text, null, out _);
}
