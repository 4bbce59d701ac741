using System.Text.RegularExpressions;
using Confluence.Generator.Spec.Json;

namespace Confluence.Generator.Tests.Spec;

/// <summary>Finds sentences: four words or more, without markup, so that a copied one is found whatever stands around it.</summary>
internal static partial class Prose
{
    /// <summary>All strings of a document; names of members are no prose.</summary>
    public static IEnumerable<string> StringsIn(JsonNode node) => node switch
    {
        JsonString text => [text.Value],
        JsonObject value => value.Members.SelectMany(member => StringsIn(member.Value)),
        JsonArray array => array.Items.SelectMany(StringsIn),
        _ => [],
    };

    public static IEnumerable<string> SentencesIn(IEnumerable<string> texts)
        => texts.SelectMany(text => SentenceEnd().Split(text))
            .Select(sentence => Blanks().Replace(sentence, " ").Trim(' ', '*', '`', '\'', '"', '<', '>', '.', ':'))
            .Where(sentence => sentence.Count(c => c == ' ') >= 3);

    [GeneratedRegex(@"(?<=[.!?:])\s+|\r?\n\s*\r?\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
