using System.Text;

namespace Confluence.Generator.Build;

/// <summary>Turns names of the wire into C# identifiers. One rule for each kind of name; exceptions are overlay data.</summary>
internal static class Names
{
    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short",
        "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>Members that every C# object has, and those that every generated model has.</summary>
    private static readonly HashSet<string> s_takenMembers = new(StringComparer.Ordinal)
    {
        "AdditionalProperties", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    /// <summary>
    /// <c>space-id</c>, <c>spaceId</c>, <c>_links</c> and <c>SPACE_ADMIN</c> give <c>SpaceId</c>, <c>Links</c> and <c>SpaceAdmin</c>.
    /// Empty when there is no letter or digit.
    /// </summary>
    public static string Pascal(string wireName)
    {
        bool shouting = IsShouting(wireName);
        var name = new StringBuilder(wireName.Length + 1);
        bool startsWord = true;
        foreach (char c in wireName)
        {
            if (!IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            if (name.Length == 0 && char.IsDigit(c))
            {
                name.Append('_');
            }

            name.Append(startsWord ? char.ToUpperInvariant(c) : shouting ? char.ToLowerInvariant(c) : c);
            startsWord = false;
        }

        return name.ToString();
    }

    /// <summary>The name of a parameter: camel case, with an @ where C# has the word for itself.</summary>
    public static string Camel(string wireName)
    {
        string pascal = Pascal(wireName);
        if (pascal.Length == 0)
        {
            return pascal;
        }

        string camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        return s_keywords.Contains(camel) ? "@" + camel : camel;
    }

    /// <summary>The name of a member of the type <paramref name="typeName"/>, which must not share its name.</summary>
    public static string Member(string wireName, string typeName)
    {
        string name = Pascal(wireName);
        return name == typeName || s_takenMembers.Contains(name) ? name + "Value" : name;
    }

    /// <summary>The name of an enum value: a leading minus means descending order, and nothing at all is a value too.</summary>
    public static string EnumValue(string wireValue, string typeName)
    {
        if (wireValue.Length == 0)
        {
            return "Empty";
        }

        string name = wireValue[0] == '-' ? Pascal(wireValue) + "Descending" : Pascal(wireValue);
        return name == typeName || name is "Value" or "Values" or "Equals" or "ToString" or "GetHashCode" or "GetType" ? name + "Value" : name;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsShouting(string name)
    {
        int capitals = 0;
        foreach (char c in name)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1;
    }
}
