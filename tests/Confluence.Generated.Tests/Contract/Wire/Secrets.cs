using System.Collections;
using System.Reflection;
using System.Text;

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>Looks for the token, plain and as the header carries it.</summary>
internal static class Secrets
{
    private static readonly string[] s_forms =
    [
        WireServer.Token,
        Uri.EscapeDataString(WireServer.Token),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WireServer.Email}:{WireServer.Token}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(WireServer.Token)),
    ];

    public static void AssertAbsent(string text) =>
        Assert.All(s_forms, form => Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Looks through an exception and its causes: their text, their data and every public property.</summary>
    public static void AssertAbsent(Exception exception)
    {
        AssertAbsent(exception.ToString());
        foreach (DictionaryEntry pair in exception.Data)
        {
            AssertAbsent($"{pair.Key}={pair.Value}");
        }

        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            foreach (PropertyInfo property in cause.GetType().GetProperties())
            {
                object? value = property.GetValue(cause);
                AssertAbsent(value is IEnumerable items and not string ? string.Join('\n', items.Cast<object?>()) : value?.ToString() ?? string.Empty);
            }
        }
    }
}
