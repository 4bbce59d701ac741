using System.Text;
using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1.Search;

/// <summary>A word, a mark or a quoted text of a query.</summary>
internal readonly record struct CqlToken(string Text, bool Quoted);

/// <summary>Takes a query apart. What cannot be read ends the request with status 400.</summary>
internal sealed class CqlTokens(string text)
{
    private readonly Queue<CqlToken> _tokens = new(Split(text));

    public bool IsEmpty => _tokens.Count == 0;

    public CqlToken Take() => _tokens.TryDequeue(out CqlToken token) ? token : throw Cql.Error(text, "the query ends too early");

    /// <summary>Tells whether a word that is not quoted comes next, whatever the case of its letters.</summary>
    public bool IsNext(string word) =>
        _tokens.TryPeek(out CqlToken token) && !token.Quoted && token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes a word if it comes next.</summary>
    public bool TryTake(string word) => IsNext(word) && _tokens.TryDequeue(out _);

    public void Require(string word)
    {
        if (Take() is not { Quoted: false } token || token.Text != word)
        {
            throw Error($"'{word}' expected");
        }
    }

    /// <summary>Makes the refusal of the query.</summary>
    public Refusal Error(string reason) => Cql.Error(text, reason);

    private static IEnumerable<CqlToken> Split(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            char first = text[at];
            if (char.IsWhiteSpace(first))
            {
                at++;
            }
            else if (first is '"' or '\'')
            {
                yield return new CqlToken(Quoted(text, ref at), true);
            }
            else if (first is '(' or ')' or ',')
            {
                at++;
                yield return new CqlToken(first.ToString(), false);
            }
            else
            {
                int start = at;
                bool symbol = IsSymbol(first);
                while (at < text.Length && IsSymbol(text[at]) == symbol && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or ',' or '"' or '\''))
                {
                    at++;
                }

                yield return new CqlToken(text[start..at], false);
            }
        }
    }

    private static string Quoted(string text, ref int at)
    {
        char quote = text[at++];
        StringBuilder value = new();
        while (at < text.Length && text[at] != quote)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            value.Append(text[at++]);
        }

        if (at++ >= text.Length)
        {
            throw Cql.Error(text, "a quotation mark is missing");
        }

        return value.ToString();
    }

    private static bool IsSymbol(char character) => character is '=' or '!' or '<' or '>' or '~';
}
