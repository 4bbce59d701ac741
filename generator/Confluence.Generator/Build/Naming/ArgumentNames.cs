using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Naming;

/// <summary>
/// Names what stands in paths. A document often calls it <c>id</c> and leaves the rest to the path: then it is called as other operations call what stands at the
/// same place, or else after the path's word before it.
/// </summary>
internal sealed class ArgumentNames
{
    private static readonly string[] s_bare = ["id", "key", "name"];

    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);

    public ArgumentNames(SpecDocument document)
    {
        foreach (SpecOperation operation in document.Operations)
        {
            foreach (SpecParameter parameter in operation.Parameters.Where(parameter => parameter.Place == SpecParameterPlace.Path && !s_bare.Contains(parameter.Name)))
            {
                if (WordBefore(operation.Path, parameter.Name) is { } word)
                {
                    if (!_named.TryGetValue(word, out HashSet<string>? names))
                    {
                        _named.Add(word, names = new HashSet<string>(StringComparer.Ordinal));
                    }

                    names.Add(Names.Pascal(parameter.Name));
                }
            }
        }
    }

    /// <summary>The name in Pascal case.</summary>
    public string Of(SpecOperation operation, SpecParameter parameter)
    {
        string plain = Names.Pascal(parameter.Name);
        if (parameter.CsName is { } chosen)
        {
            return Names.Pascal(chosen);
        }

        if (parameter.Place != SpecParameterPlace.Path || !s_bare.Contains(parameter.Name) || WordBefore(operation.Path, parameter.Name) is not { } word)
        {
            return plain;
        }

        string[] known = _named.TryGetValue(word, out HashSet<string>? names) ? [.. names.Where(name => name.EndsWith(plain, StringComparison.Ordinal))] : [];
        return known.Length == 1 ? known[0] : Plurals.Singular(Names.Pascal(word)) + plain;
    }

    /// <summary>The word of the path before a parameter; null when another parameter or nothing stands there.</summary>
    private static string? WordBefore(string path, string parameter)
    {
        string[] segments = path.Split('/');
        int index = Array.IndexOf(segments, "{" + parameter + "}");
        return index > 0 && segments[index - 1] is { Length: > 0 } word && word[0] != '{' ? word : null;
    }
}
