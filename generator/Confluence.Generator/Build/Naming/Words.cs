using System.Text;

namespace Confluence.Generator.Build.Naming;

/// <summary>
/// Spells the words of a name as .NET does: an acronym of three letters or more is a word (<c>Cql</c>), and words that the wire runs
/// together are told apart (<c>WebUi</c>).
/// </summary>
internal static class Words
{
    private static readonly Dictionary<string, string> s_compounds = new(StringComparer.Ordinal)
    {
        ["Blogpost"] = "BlogPost",
        ["Blogposts"] = "BlogPosts",
        ["Cqlcontext"] = "CqlContext",
        ["Currentuser"] = "CurrentUser",
        ["Editui"] = "EditUi",
        ["Edituiv"] = "EditUiV",
        ["Filename"] = "FileName",
        ["Lastcontributed"] = "LastContributed",
        ["Lastmodified"] = "LastModified",
        ["Superbatch"] = "SuperBatch",
        ["Tinyui"] = "TinyUi",
        ["Webresource"] = "WebResource",
        ["Webresources"] = "WebResources",
        ["Webui"] = "WebUi",
    };

    public static string Respell(string pascal)
    {
        var name = new StringBuilder(pascal.Length + 4);
        for (int start = 0; start < pascal.Length;)
        {
            int end = EndOfWord(pascal, start);
            string word = pascal.Substring(start, end - start);
            name.Append(s_compounds.TryGetValue(word, out string? compound) ? compound : word.Length > 2 && char.IsUpper(word[1]) ? word[0] + word.Substring(1).ToLowerInvariant() : word);
            start = end;
        }

        return name.ToString();
    }

    /// <summary>A word is a run of capitals up to the one that begins the next word, or one capital with what follows in small letters.</summary>
    private static int EndOfWord(string name, int start)
    {
        int end = start + 1;
        if (!char.IsUpper(name[start]))
        {
            while (end < name.Length && !char.IsUpper(name[end]))
            {
                end++;
            }

            return end;
        }

        while (end < name.Length && char.IsUpper(name[end]))
        {
            end++;
        }

        if (end - start > 1)
        {
            return end < name.Length && char.IsLower(name[end]) ? end - 1 : end;
        }

        while (end < name.Length && char.IsLower(name[end]))
        {
            end++;
        }

        return end;
    }
}
