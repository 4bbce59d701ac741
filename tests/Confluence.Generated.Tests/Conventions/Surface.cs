using System.Reflection;
using Confluence.Generated.Json;

namespace Confluence.Generated.Tests.Conventions;

/// <summary>The public types of the library, sorted by what they are.</summary>
internal static class Surface
{
    public const string Root = "Confluence.Generated";

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Type> Types { get; } = [.. typeof(ConfluenceClient).Assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal)];

    public static IReadOnlyList<Type> Clients { get; } = [.. Types.Where(static type => IsIn(type, "") && type.Name.EndsWith("Client", StringComparison.Ordinal))];

    public static IReadOnlyList<Type> Models { get; } = [.. Types.Where(static type => IsIn(type, ".Models") && !type.IsNested && !type.IsInterface && !(type.IsAbstract && type.IsSealed))];

    /// <summary>What several models have in common.</summary>
    public static IReadOnlyList<Type> Shapes { get; } = [.. Types.Where(static type => IsIn(type, ".Models") && type.IsInterface)];

    public static IReadOnlyList<Type> Options { get; } = [.. Types.Where(static type => IsIn(type, "") && typeof(ConfluenceRequestOptions).IsAssignableFrom(type))];

    public static IReadOnlyList<Type> Enums { get; } = [.. Models.Where(static type => typeof(IOpenEnum).IsAssignableFrom(type))];

    /// <summary>The models that travel as JSON objects.</summary>
    public static IReadOnlyList<Type> Objects { get; } = [.. Models.Where(static type => type.IsClass && type.GetInterfaces().Any(static contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IJsonModel<>)))];

    /// <summary>The models that travel as forms: they carry a file.</summary>
    public static IReadOnlyList<Type> Forms { get; } = [.. Models.Where(static type => type.GetProperties().Any(static property => property.PropertyType == typeof(FileUpload)))];

    public static IReadOnlyList<OperationMethod> Operations { get; } = [.. Clients.SelectMany(OperationsOf)];

    /// <summary>The methods of a client that call something.</summary>
    public static IEnumerable<MethodInfo> Methods(Type client) => client.GetMethods(Declared).Where(static method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object));

    /// <summary>Every type that a type is made of: itself, its arguments, its element.</summary>
    public static IEnumerable<Type> Parts(Type type) =>
        [type, .. type.GetGenericArguments().SelectMany(Parts), .. type.HasElementType ? Parts(type.GetElementType() ?? type) : []];

    private static bool IsIn(Type type, string suffix) => type.Namespace == $"{Root}.V1{suffix}" || type.Namespace == $"{Root}.V2{suffix}";

    private static IEnumerable<OperationMethod> OperationsOf(Type client)
    {
        Type? operations = client.GetNestedType("Operations", BindingFlags.NonPublic);
        foreach (FieldInfo field in operations?.GetFields(BindingFlags.NonPublic | BindingFlags.Static) ?? [])
        {
            MethodInfo method = Assert.Single(Methods(client), method => method.Name == field.Name + "Async");
            yield return new OperationMethod(client, method, Assert.IsType<ConfluenceOperation>(field.GetValue(null)));
        }
    }
}

/// <summary>A method of a client with the operation that it calls.</summary>
internal sealed record OperationMethod(Type Client, MethodInfo Method, ConfluenceOperation Operation)
{
    public override string ToString() => $"{Client.FullName}.{Method.Name}";
}
