using Confluence.Generator.Model;
using Confluence.Generator.Spec.OpenApi;

namespace Confluence.Generator.Build.Making;

/// <summary>How the version of a request follows from the one that was read.</summary>
internal enum Numbering
{
    /// <summary>It has none.</summary>
    None,

    /// <summary>The one that was read.</summary>
    Same,

    /// <summary>The one after it.</summary>
    Next,

    /// <summary>The one after it, and always 1 for drafts.</summary>
    NextOfPublished,
}

/// <summary>Documentation of how requests are made.</summary>
internal static class MakingFacts
{
    private const string Conflict = "Where somebody else has saved it since it was read, the call fails with status 409 and `ConfluenceErrorKind.VersionConflict`: read it again and make the request anew.";

    public static DocModel Method(SpecMadeOf fact, Numbering numbering, bool isRequest)
    {
        var remarks = new List<string>();
        switch (numbering)
        {
            case Numbering.Next:
                remarks.Add("The version number is the one that was read plus 1. " + Conflict);
                break;
            case Numbering.NextOfPublished:
                remarks.Add("The version number is the one that was read plus 1, and 1 for a draft. " + Conflict);
                break;
            case Numbering.None when isRequest:
                remarks.Add("It has no version, so nobody else's change is noticed: the last one stays.");
                break;
        }

        if (isRequest)
        {
            IReadOnlyList<string> never = [.. fact.Object.Never.Select(name => $"`{name.Value}`")];
            remarks.Add(never.Count == 0 ? "Members that the document does not know are not sent." : $"Neither {string.Join(", ", never)} nor members that the document does not know are sent.");
        }

        remarks.AddRange(fact.Remarks);
        return new DocModel(
            fact.Summary ?? $"Makes the request that writes {Article(fact.Kind)} {fact.Kind} back as it was read, apart from what the other arguments change. Nothing is sent yet, and nothing is read.",
            remarks);
    }

    public static string Returns(SpecMadeOf fact, IReadOnlyList<string> operations) =>
        operations.Count > 0 ? $"The request, for {string.Join(" or ", operations.Select(operation => $"`{operation}`"))}."
        : fact.Body is not null ? "The body, in the form in which it came."
        : "A part of a request.";

    public static string Refused(SpecMadeOf fact) => fact.Arguments.Count == 0
        ? $"The {fact.Kind} cannot be written as it was read. The message says what to do."
        : $"The {fact.Kind} cannot be written as it was read, or an argument is one that Confluence refuses. The message says what to do.";

    private static string Article(string noun) => noun[0] is 'a' or 'e' or 'i' or 'o' ? "an" : "a";
}
