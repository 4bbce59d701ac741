using Confluence.Sandbox.Refusals;

namespace Confluence.Sandbox.V1.Search;

/// <summary>What a query asks for.</summary>
internal abstract record CqlCondition
{
    /// <summary>Makes the test that an item has to pass.</summary>
    /// <param name="clause">Makes the test of a single comparison; called once for each, before any item is tested.</param>
    public abstract Func<T, bool> Compile<T>(Func<CqlClause, Func<T, bool>> clause);
}

/// <summary>One comparison: a field, an operator in lower case, and the values it is compared with.</summary>
internal sealed record CqlClause(string Field, string Operator, IReadOnlyList<string> Values) : CqlCondition
{
    public bool Negated => Operator is "!=" or "not in" or "!~";

    /// <summary>Gets whether the field is compared with values as a whole.</summary>
    public bool IsEquality => Operator is "=" or "!=" or "in" or "not in";

    public override Func<T, bool> Compile<T>(Func<CqlClause, Func<T, bool>> clause) => clause(this);
}

/// <summary>Conditions all of which must hold; without any, all is asked for.</summary>
internal sealed record CqlAll(IReadOnlyList<CqlCondition> Parts) : CqlCondition
{
    public override Func<T, bool> Compile<T>(Func<CqlClause, Func<T, bool>> clause)
    {
        Func<T, bool>[] tests = [.. Parts.Select(part => part.Compile(clause))];
        return item => Array.TrueForAll(tests, test => test(item));
    }
}

/// <summary>Conditions one of which must hold.</summary>
internal sealed record CqlAny(IReadOnlyList<CqlCondition> Parts) : CqlCondition
{
    public override Func<T, bool> Compile<T>(Func<CqlClause, Func<T, bool>> clause)
    {
        Func<T, bool>[] tests = [.. Parts.Select(part => part.Compile(clause))];
        return item => Array.Exists(tests, test => test(item));
    }
}

/// <summary>
/// The part of the Confluence Query Language that the sandbox reads: comparisons joined by <c>and</c> and <c>or</c>, parentheses, then an
/// <c>order by</c>. <c>and</c> binds closer than <c>or</c>.
/// </summary>
/// <param name="Condition">What is asked for.</param>
/// <param name="OrderBy">The field to sort by in lower case; null for the order of relevance.</param>
/// <param name="Descending">True for the largest first.</param>
internal sealed record Cql(CqlCondition Condition, string? OrderBy, bool Descending)
{
    private static readonly string[] s_comparisons = ["=", "!=", ">", ">=", "<", "<=", "~", "!~"];

    /// <summary>Reads a query; what cannot be read ends the request with status 400.</summary>
    public static Cql Parse(string text)
    {
        CqlTokens tokens = new(text);
        CqlCondition condition = tokens.IsEmpty || tokens.IsNext("order") ? new CqlAll([]) : Any(tokens);
        string? orderBy = null;
        bool descending = false;
        if (tokens.TryTake("order"))
        {
            if (!tokens.TryTake("by"))
            {
                throw tokens.Error("'by' expected after 'order'");
            }

            orderBy = tokens.Take().Text.ToLowerInvariant();
            descending = tokens.TryTake("desc");
            _ = descending || tokens.TryTake("asc");
            return tokens.IsEmpty ? new Cql(condition, orderBy, descending) : throw tokens.Error($"nothing expected at '{tokens.Take().Text}'");
        }

        return tokens.IsEmpty
            ? new Cql(condition, orderBy, descending)
            : throw tokens.Error($"'and', 'or' or 'order by' expected before '{tokens.Take().Text}'");
    }

    /// <summary>Makes the refusal of a query.</summary>
    public static Refusal Error(string text, string reason) => V1Error.BadRequest($"Could not parse cql : {text}: {reason}");

    private static CqlCondition Any(CqlTokens tokens)
    {
        List<CqlCondition> parts = [All(tokens)];
        while (tokens.TryTake("or"))
        {
            parts.Add(All(tokens));
        }

        return parts is [CqlCondition only] ? only : new CqlAny(parts);
    }

    private static CqlCondition All(CqlTokens tokens)
    {
        List<CqlCondition> parts = [Term(tokens)];
        while (tokens.TryTake("and"))
        {
            parts.Add(Term(tokens));
        }

        return parts is [CqlCondition only] ? only : new CqlAll(parts);
    }

    private static CqlCondition Term(CqlTokens tokens)
    {
        if (!tokens.TryTake("("))
        {
            return Clause(tokens);
        }

        CqlCondition inner = Any(tokens);
        tokens.Require(")");
        return inner;
    }

    private static CqlClause Clause(CqlTokens tokens)
    {
        string field = tokens.Take().Text.ToLowerInvariant();
        string comparison = tokens.Take().Text.ToLowerInvariant();
        if (comparison == "not")
        {
            comparison = tokens.TryTake("in") ? "not in" : throw tokens.Error("'in' expected after 'not'");
        }

        if (comparison is "in" or "not in")
        {
            return new CqlClause(field, comparison, Values(tokens));
        }

        return s_comparisons.Contains(comparison)
            ? new CqlClause(field, comparison, [Value(tokens)])
            : throw tokens.Error($"'{comparison}' is no operator");
    }

    private static List<string> Values(CqlTokens tokens)
    {
        tokens.Require("(");
        List<string> values = [Value(tokens)];
        while (tokens.TryTake(","))
        {
            values.Add(Value(tokens));
        }

        tokens.Require(")");
        return values;
    }

    // A value may be a function: now(), now("-7d") or currentUser(); it is kept as text with its parentheses.
    private static string Value(CqlTokens tokens)
    {
        CqlToken token = tokens.Take();
        if (token.Quoted || !tokens.TryTake("("))
        {
            return token.Text;
        }

        string argument = tokens.IsNext(")") ? "" : tokens.Take().Text;
        tokens.Require(")");
        return $"{token.Text.ToLowerInvariant()}({argument})";
    }
}
