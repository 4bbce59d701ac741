using System.Reflection;

namespace Confluence.Generated.Tests.Configuration;

/// <summary>Finds the operations that compiled code calls.</summary>
internal static class CalledOperations
{
    private const byte Call = 0x28;
    private const byte CallVirtual = 0x6F;
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The names of the operations that a namespace and those below it call, as <see cref="ConfluenceOperation.Name"/> has them.</summary>
    public static IReadOnlySet<string> From(string @namespace) => typeof(ConfluenceClient).Assembly.GetTypes()
        .Where(type => type.Namespace == @namespace || type.Namespace?.StartsWith($"{@namespace}.", StringComparison.Ordinal) == true)
        .SelectMany(static type => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        .SelectMany(Callees)
        .Select(NameOf)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Bytes that only look like a call lead to no operation, so the code is not taken apart further.</summary>
    private static IEnumerable<MethodBase> Callees(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int at = 0; at + sizeof(int) < code.Length; at++)
        {
            if (code[at] is Call or CallVirtual && Resolve(method, BitConverter.ToInt32(code, at + 1)) is { } callee)
            {
                yield return callee;
            }
        }
    }

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? NameOf(MethodBase method) => method.DeclaringType is { Name: { } type, Namespace: "Confluence.Generated.V1" or "Confluence.Generated.V2" }
        && type.EndsWith("Client", StringComparison.Ordinal)
        && method.GetParameters().Any(static parameter => parameter.ParameterType.IsAssignableTo(typeof(ConfluenceRequestOptions)))
        ? $"{(type.EndsWith("V1Client", StringComparison.Ordinal) ? type[..^"V1Client".Length] : type[..^"Client".Length])}.{method.Name[..^"Async".Length]}"
        : null;
}
