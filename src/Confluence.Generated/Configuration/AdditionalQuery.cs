using System.Collections.ObjectModel;

namespace Confluence.Generated.Configuration;

/// <summary>Checks the query parameters that a caller adds. Messages name parameters and never show their values, which may be secret.</summary>
internal static class AdditionalQuery
{
    /// <summary>Copies the parameters, so that later changes do not affect calls; null for null.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="parameter">The parameter name for the exception.</param>
    /// <exception cref="ArgumentException">A parameter has no name, or no value.</exception>
    public static ReadOnlyDictionary<string, string>? Copy(IReadOnlyDictionary<string, string>? parameters, string parameter)
    {
        if (parameters is null)
        {
            return null;
        }

        OrderedDictionary<string, string> copy = new(StringComparer.Ordinal);
        foreach ((string name, string value) in parameters)
        {
            if (name.Length == 0)
            {
                throw new ArgumentException("A query parameter without a name cannot be added.", parameter);
            }

            copy[name] = value ?? throw new ArgumentException(
                $"The query parameter '{name}' cannot be added: its value is null. Leave it out, or give it an empty value.", parameter);
        }

        return new ReadOnlyDictionary<string, string>(copy);
    }
}
