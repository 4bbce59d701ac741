using Confluence.Sandbox.State;

namespace Confluence.Sandbox.V1.Search;

/// <summary>Queries for accounts: <c>type = user</c>, <c>user = "…"</c> and <c>user.fullname ~ "…"</c>.</summary>
internal static class UserCql
{
    /// <summary>Gives the test that an account, named by its ordinal, has to pass.</summary>
    public static Func<int, bool> Parse(string text, Site site) =>
        Cql.Parse(text).Condition.Compile<int>(clause => Test(text, clause, site));

    private static Func<int, bool> Test(string text, CqlClause clause, Site site)
    {
        switch (clause.Field, clause.Operator)
        {
            case ("type", "=" or "in"):
                return _ => clause.Values.Contains("user", StringComparer.OrdinalIgnoreCase);
            case ("user" or "user.accountid", "=" or "in" or "!=" or "not in"):
                return user => clause.Values.Any(value => value == site.Ids.AccountId(user) || (value == "currentuser()" && user == 0)) != clause.Negated;
            case ("user.fullname", "~" or "=" or "!~" or "!="):
                return user => site.Users.Get(user).DisplayName.Contains(clause.Values[0], StringComparison.OrdinalIgnoreCase) != clause.Negated;
            default:
                throw Cql.Error(text, $"a user search cannot compare '{clause.Field}' with '{clause.Operator}'");
        }
    }
}
