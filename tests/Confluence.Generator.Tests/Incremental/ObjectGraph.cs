using System.Collections;
using System.Reflection;

namespace Confluence.Generator.Tests.Incremental;

/// <summary>Walks everything that a pipeline value holds, private fields included.</summary>
internal static class ObjectGraph
{
    /// <summary>The types of all objects that can be reached.</summary>
    public static HashSet<Type> TypesOf(object root)
    {
        var types = new HashSet<Type>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([root]);
        while (waiting.TryPop(out object? current))
        {
            Type type = current.GetType();
            if (!type.IsValueType && !seen.Add(current))
            {
                continue;
            }

            types.Add(type);
            if (type.IsPrimitive || type.IsEnum || current is string)
            {
                continue;
            }

            foreach (object child in current is Array array ? Items(array) : Fields(current, type))
            {
                waiting.Push(child);
            }
        }

        return types;
    }

    private static IEnumerable<object> Items(IEnumerable items) => items.OfType<object>();

    private static IEnumerable<object> Fields(object current, Type type)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (field.GetValue(current) is { } value)
                {
                    yield return value;
                }
            }
        }
    }
}
