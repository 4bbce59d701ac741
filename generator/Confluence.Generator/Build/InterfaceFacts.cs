using Confluence.Generator.Model;

namespace Confluence.Generator.Build;

/// <summary>Documentation of what classes have in common.</summary>
internal static class InterfaceFacts
{
    /// <param name="summary">What the interface is for.</param>
    /// <param name="classes">The classes that have it.</param>
    public static DocModel Type(string summary, IReadOnlyList<string> classes) =>
        new(summary, new[] { $"Implemented by {Names(classes)}. As JSON it is the object of the class; it cannot be read, because JSON does not tell the class." });

    /// <param name="wireName">The name of the member.</param>
    /// <param name="isNullable">Whether null may come.</param>
    /// <param name="isText">Whether it is the text of enums.</param>
    /// <param name="holders">The classes that have the member; empty when all do.</param>
    public static DocModel Member(string wireName, bool isNullable, bool isText, IReadOnlyList<string> holders)
    {
        var sentences = new List<string> { $"The member `{wireName}`{(isText ? ", as text" : "")}." };
        if (holders.Count > 0)
        {
            sentences.Add($"Null except in {Names(holders)}.");
        }
        else if (!isNullable)
        {
            sentences.Add("Never null: reading it throws a `ConfluenceResponseException` when an answer came without it, or the object was made without it.");
        }
        else
        {
            sentences.Add("Null when it is not there.");
        }

        return DocModel.Of(string.Join(" ", sentences));
    }

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));
}
