using System.Text;

namespace Confluence.Generator.Build.Naming;

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
        "__arglist", "__makeref", "__reftype", "__refvalue",
    };

    /// <summary>File systems take 255 bytes, of which endings such as <c>Client.Operations.g.cs</c> need some.</summary>
    public const int LongestName = 200;

    private static readonly HashSet<string> s_devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "Con", "Prn", "Aux", "Nul", "Com1", "Com2", "Com3", "Com4", "Com5", "Com6", "Com7", "Com8", "Com9", "Lpt1", "Lpt2", "Lpt3", "Lpt4", "Lpt5", "Lpt6", "Lpt7", "Lpt8", "Lpt9",
    };

    /// <summary>Members that every C# object has.</summary>
    private static readonly HashSet<string> s_objectMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    /// <summary>Members that records forbid or make themselves, and those of the runtime's record that all options inherit.</summary>
    private static readonly HashSet<string> s_optionMembers = new(StringComparer.Ordinal)
    {
        "AppendTo", "Clone", "EqualityContract", "PrintMembers", "Timeout", "MaxWait", "OnResponse", "OnWait", "AdditionalQuery", "AdditionalHeaders", "Settings",
        "PageSize", "UsualPageSize", "KeepsPageSize",
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

            bool runsIntoDigits = startsWord && name.Length > 0 && char.IsDigit(name[name.Length - 1]);
            if (char.IsDigit(c) && (name.Length == 0 || runsIntoDigits))
            {
                name.Append('_');
            }

            name.Append(startsWord ? char.ToUpperInvariant(c) : shouting ? char.ToLowerInvariant(c) : c);
            startsWord = false;
        }

        return Words.Respell(name.ToString());
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
        return name == "AdditionalProperties" ? name + "Value" : Free(name, typeName);
    }

    /// <summary>The name of a member of the options record <paramref name="typeName"/>.</summary>
    public static string Option(string wireName, string typeName, bool isList)
    {
        string name = isList ? Plurals.Plural(Pascal(wireName)) : Pascal(wireName);
        return s_optionMembers.Contains(name) ? name + "Value" : Free(name, typeName);
    }

    /// <summary>The name of a part of the form <paramref name="typeName"/>.</summary>
    public static string FormPart(string wireName, string typeName)
    {
        string name = Pascal(wireName);
        return name == "ToForm" ? name + "Value" : Free(name, typeName);
    }

    /// <summary>The name of a case of a union, after the type that it holds.</summary>
    public static string UnionCase(string caseType, string typeName) => caseType is "Tell" or "Unknown" ? caseType + "Value" : Free(caseType, typeName);

    /// <summary>
    /// The name of an enum value: a leading minus means descending order, and nothing at all is a value too. Empty when there is no
    /// letter or digit.
    /// </summary>
    public static string EnumValue(string wireValue, string typeName)
    {
        if (wireValue.Length == 0)
        {
            return "Empty";
        }

        string name = Pascal(wireValue);
        if (name.Length > 0 && wireValue[0] == '-')
        {
            name += "Descending";
        }

        return name is "Value" or "Values" ? name + "Value" : Free(name, typeName);
    }

    /// <summary>Whether C# takes the name for a type or a member. Names from the wire hold these signs only; those from overlays hold anything.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length is > 0 and <= LongestName && !char.IsDigit(name[0]) && name.All(c => c == '_' || IsLetterOrDigit(c)) && !s_keywords.Contains(name);

    /// <summary>Whether Windows takes the name of a file for a device.</summary>
    public static bool IsDevice(string name) => s_devices.Contains(name);

    private static string Free(string name, string typeName) => name == typeName || s_objectMembers.Contains(name) ? name + "Value" : name;

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
