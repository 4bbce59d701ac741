using System.Text;

namespace Confluence.Sandbox.V1;

/// <summary>One condition: a field, an operator in lower case, and the values it is compared with.</summary>
internal sealed record CqlClause(string Field, string Operator, IReadOnlyList<string> Values)
{
    public bool Negated => Operator is "!=" or "not in" or "!~";
}

/// <summary>
/// The part of the Confluence Query Language that the sandbox reads: conditions joined by <c>and</c>, then an <c>order by</c>.
/// </summary>
/// <param name="Clauses">The conditions, all of which must hold.</param>
/// <param name="OrderBy">The field to sort by in lower case; null for the order of relevance.</param>
/// <param name="Descending">True for the largest first.</param>
internal sealed record Cql(IReadOnlyList<CqlClause> Clauses, string? OrderBy, bool Descending)
{
    private static readonly string[] s_comparisons = ["=", "!=", ">", ">=", "<", "<=", "~", "!~"];

    /// <summary>Reads a query; what cannot be read ends the request with status 400.</summary>
    public static Cql Parse(string text)
    {
        Queue<Token> tokens = new(Tokens(text));
        List<CqlClause> clauses = [];
        while (tokens.Count > 0 && !IsWord(tokens, "order"))
        {
            if (clauses.Count > 0 && !TakeWord(tokens, "and"))
            {
                throw Error(text, $"'and' or 'order by' expected before '{tokens.Peek().Text}'");
            }

            clauses.Add(Clause(text, tokens));
        }

        string? orderBy = null;
        bool descending = false;
        if (TakeWord(tokens, "order"))
        {
            if (!TakeWord(tokens, "by"))
            {
                throw Error(text, "'by' expected after 'order'");
            }

            orderBy = Take(text, tokens).Text.ToLowerInvariant();
            descending = TakeWord(tokens, "desc");
            _ = descending || TakeWord(tokens, "asc");
        }

        return tokens.Count == 0 ? new Cql(clauses, orderBy, descending) : throw Error(text, $"nothing expected at '{tokens.Peek().Text}'");
    }

    /// <summary>Makes the refusal of a query.</summary>
    public static Http.Refusal Error(string text, string reason) => V1Error.BadRequest($"Could not parse cql : {text}: {reason}");

    private static CqlClause Clause(string text, Queue<Token> tokens)
    {
        string field = Take(text, tokens).Text.ToLowerInvariant();
        string comparison = Take(text, tokens).Text.ToLowerInvariant();
        if (comparison == "not")
        {
            comparison = TakeWord(tokens, "in") ? "not in" : throw Error(text, "'in' expected after 'not'");
        }

        if (comparison is "in" or "not in")
        {
            return new CqlClause(field, comparison, Values(text, tokens));
        }

        return s_comparisons.Contains(comparison)
            ? new CqlClause(field, comparison, [Value(text, tokens)])
            : throw Error(text, $"'{comparison}' is no operator");
    }

    private static List<string> Values(string text, Queue<Token> tokens)
    {
        Require(text, tokens, "(");
        List<string> values = [Value(text, tokens)];
        while (tokens.TryPeek(out Token next) && next is { Text: ",", Quoted: false })
        {
            tokens.Dequeue();
            values.Add(Value(text, tokens));
        }

        Require(text, tokens, ")");
        return values;
    }

    // A value may be a function: now(), now("-7d") or currentUser(); it is kept as text with its parentheses.
    private static string Value(string text, Queue<Token> tokens)
    {
        Token token = Take(text, tokens);
        if (token.Quoted || !tokens.TryPeek(out Token next) || next is not { Text: "(", Quoted: false })
        {
            return token.Text;
        }

        tokens.Dequeue();
        string argument = tokens.TryPeek(out Token inner) && inner is not { Text: ")", Quoted: false } ? tokens.Dequeue().Text : "";
        Require(text, tokens, ")");
        return $"{token.Text.ToLowerInvariant()}({argument})";
    }

    private static void Require(string text, Queue<Token> tokens, string expected)
    {
        if (Take(text, tokens) is not { Quoted: false } token || token.Text != expected)
        {
            throw Error(text, $"'{expected}' expected");
        }
    }

    private static Token Take(string text, Queue<Token> tokens) =>
        tokens.TryDequeue(out Token token) ? token : throw Error(text, "the query ends too early");

    private static bool IsWord(Queue<Token> tokens, string word) =>
        tokens.TryPeek(out Token token) && !token.Quoted && token.Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool TakeWord(Queue<Token> tokens, string word) => IsWord(tokens, word) && tokens.TryDequeue(out _);

    private static IEnumerable<Token> Tokens(string text)
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
                yield return new Token(Quoted(text, ref at), true);
            }
            else if (first is '(' or ')' or ',')
            {
                at++;
                yield return new Token(first.ToString(), false);
            }
            else
            {
                int start = at;
                bool symbol = IsSymbol(first);
                while (at < text.Length && IsSymbol(text[at]) == symbol && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or ',' or '"' or '\''))
                {
                    at++;
                }

                yield return new Token(text[start..at], false);
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
            throw Error(text, "a quotation mark is missing");
        }

        return value.ToString();
    }

    private static bool IsSymbol(char character) => character is '=' or '!' or '<' or '>' or '~';

    private readonly record struct Token(string Text, bool Quoted);
}
