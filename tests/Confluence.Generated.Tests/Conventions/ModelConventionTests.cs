using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Conventions;

public sealed class ModelConventionTests
{
    [Fact]
    public void Every_model_is_an_object_a_form_or_a_value() =>
        Assert.Equal(Surface.Models, [.. Surface.Models.Where(static type => Surface.Objects.Contains(type) || Surface.Forms.Contains(type) || type.IsValueType)]);

    [Fact]
    public void Every_shape_is_written_as_the_object_that_has_it() => Assert.All(Surface.Shapes, static type =>
    {
        Assert.Equal(typeof(JsonShapeConverter<>).MakeGenericType(type), type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType);
        Assert.Contains(Surface.Objects, type.IsAssignableFrom);
    });

    [Fact]
    public void Objects_are_sealed_and_keep_what_they_do_not_know() => Assert.All(Surface.Objects, static type =>
    {
        Assert.True(type.IsSealed, $"{type} is not sealed.");
        PropertyInfo? rest = type.GetProperty("AdditionalProperties");
        Assert.Equal(typeof(IReadOnlyDictionary<string, JsonElement>), rest?.PropertyType);
        Assert.Equal(typeof(JsonModelConverter<>).MakeGenericType(type), type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType);
        Assert.NotNull(type.GetConstructor(Type.EmptyTypes));
    });

    [Fact]
    public void Forms_are_sealed() => Assert.All(Surface.Forms, static type => Assert.True(type.IsSealed, $"{type} is not sealed."));

    [Fact]
    public void Values_are_readonly_structs() => Assert.All(Surface.Models.Where(static type => type.IsValueType), static type =>
    {
        Assert.True(type.IsDefined(typeof(IsReadOnlyAttribute), inherit: false), $"{type} is not readonly.");
        Assert.False(type.IsEnum, $"{type} is a closed enum.");
    });

    [Fact]
    public void Enums_are_compared_by_value_made_of_text_and_list_constants() => Assert.All(Surface.Enums, static type =>
    {
        Assert.True(typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type), $"{type} cannot be compared.");
        Assert.NotNull(type.GetConstructor([typeof(string)]));
        FieldInfo[] constants = type.GetNestedType("Values")?.GetFields() ?? [];
        PropertyInfo[] known = type.GetProperties(BindingFlags.Public | BindingFlags.Static);
        Assert.NotEmpty(constants);
        Assert.All(constants, static constant => Assert.True(constant.IsLiteral && constant.FieldType == typeof(string), $"{constant.DeclaringType}.{constant.Name} is no constant."));
        Assert.Equal(constants.Select(static constant => constant.Name), known.Select(static property => property.Name));
        Assert.Equal(
            constants.Select(static constant => constant.GetRawConstantValue()),
            known.Select(static property => ((IOpenEnum)Assert.IsAssignableFrom<IOpenEnum>(property.GetValue(null))).Value));
    });

    [Fact]
    public void An_enum_that_was_never_set_is_empty() => Assert.All(Surface.Enums, static type =>
        Assert.Equal("", Assert.IsAssignableFrom<IOpenEnum>(Activator.CreateInstance(type)).Value));

    [Fact]
    public void Members_can_be_set_only_while_an_object_is_made() => Assert.All(Surface.Models, static type =>
    {
        Assert.All(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), static property =>
            Assert.True(!property.CanWrite || IsInit(property), $"{property.DeclaringType}.{property.Name} can be set."));
        Assert.All(type.GetFields(), static field => Assert.True(field.IsLiteral, $"{field.DeclaringType}.{field.Name} is a public field."));
    });

    [Fact]
    public void Members_have_types_that_say_something_and_cannot_be_changed() => Assert.All(Surface.Models, static type =>
        Assert.All(type.GetProperties(), static property => Assert.True(TypeRules.IsFit(property.PropertyType), $"{property.DeclaringType}.{property.Name}: {property.PropertyType}")));

    [Fact]
    public void Members_that_need_not_be_set_can_be_null_or_are_never() => Assert.All([.. Surface.Objects, .. Surface.Forms, .. Surface.Options], static type =>
        Assert.All(type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite && property.Name != "AdditionalProperties"), property =>
        {
            bool isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
            NullabilityState state = new NullabilityInfoContext().Create(property).ReadState;

            // A member that answers carry fails where it is read and did not come; any other is null then.
            Exception? failure = isRequired ? null : Record.Exception(() => property.GetValue(Activator.CreateInstance(type)))?.InnerException;
            Assert.True(
                isRequired || (failure is ConfluenceResponseException) == (state != NullabilityState.Nullable),
                $"{property.DeclaringType}.{property.Name} is neither required nor nullable, and gives a value in an empty object.");
        }));

    [Fact]
    public void No_text_of_a_model_shows_its_content() => Assert.All(Surface.Objects, static type =>
        Assert.Equal(typeof(object), type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType));

    [Fact]
    public void Options_are_sealed_records_that_can_be_set_only_while_they_are_made() => Assert.All(Surface.Options, static type =>
    {
        Assert.True(type.IsSealed, $"{type} is not sealed.");
        Assert.NotNull(type.GetMethod("<Clone>$"));
        Assert.EndsWith("Options", type.Name, StringComparison.Ordinal);
        Assert.NotNull(type.GetConstructor(Type.EmptyTypes));
        PropertyInfo[] properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)];
        Assert.NotEmpty(properties);
        Assert.All(properties, static property =>
        {
            Assert.True(IsInit(property), $"{property.DeclaringType}.{property.Name} can be set.");
            Assert.True(TypeRules.IsFit(property.PropertyType), $"{property.DeclaringType}.{property.Name}: {property.PropertyType}");
            Assert.Equal(NullabilityState.Nullable, new NullabilityInfoContext().Create(property).ReadState);
        });
    });

    [Fact]
    public void Every_options_record_belongs_to_an_operation() => Assert.Equal(
        Surface.Operations.Select(static method => method.Method.GetParameters()[^2].ParameterType).Where(static type => type != typeof(ConfluenceRequestOptions) && type != typeof(ConfluenceListOptions)).OrderBy(static type => type.FullName, StringComparer.Ordinal),
        Surface.Options);

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
}
