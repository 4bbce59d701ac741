using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Naming;

/// <summary>
/// Names what must be given. A document often calls it <c>id</c> and leaves the rest to the path: then it is called as other operations call what stands
/// behind the same word of a path, or else after that word itself. What is asked for in the query belongs to the last word of the path.
/// </summary>
internal sealed class ArgumentNames
{
    private static readonly string[] s_bare = ["id", "key", "name", "ids", "keys", "names"];

    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);

    public ArgumentNames(SpecDocument document)
    {
        foreach (SpecOperation operation in document.Operations)
        {
            foreach (SpecParameter parameter in operation.Parameters.Where(parameter => parameter.Place == SpecParameterPlace.Path && !s_bare.Contains(parameter.Name)))
            {
                if (WordOf(operation.Path, parameter) is { } word)
                {
                    if (!_named.TryGetValue(word, out HashSet<string>? names))
                    {
                        _named.Add(word, names = new HashSet<string>(StringComparer.Ordinal));
                    }

                    names.Add(Names.Pascal(parameter.CsName ?? parameter.Name));
                }
            }
        }
    }

    /// <summary>The name in Pascal case, of one thing also where several are given.</summary>
    public string Of(SpecOperation operation, SpecParameter parameter)
    {
        if (parameter.CsName is { } chosen)
        {
            return Names.Pascal(chosen);
        }

        if (!s_bare.Contains(parameter.Name) || WordOf(operation.Path, parameter) is not { } word)
        {
            return Names.Pascal(parameter.Name);
        }

        string bare = Plurals.Singular(Names.Pascal(parameter.Name));
        string[] known = _named.TryGetValue(word, out HashSet<string>? names) ? [.. names.Where(name => name.EndsWith(bare, StringComparison.Ordinal))] : [];
        return known.Length == 1 ? known[0] : Plurals.Singular(Names.Pascal(word)) + bare;
    }

    /// <summary>The word of the path that a parameter belongs to; null when another parameter or nothing stands there.</summary>
    private static string? WordOf(string path, SpecParameter parameter)
    {
        string[] segments = path.Split('/');
        int index = parameter.Place == SpecParameterPlace.Path ? Array.IndexOf(segments, "{" + parameter.Name + "}") - 1 : segments.Length - 1;
        return index >= 0 && segments[index] is { Length: > 0 } word && word[0] != '{' ? word : null;
    }
}
