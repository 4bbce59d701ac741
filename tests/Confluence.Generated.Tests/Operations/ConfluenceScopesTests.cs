namespace Confluence.Generated.Tests.Operations;

/// <summary>The scopes that a token needs for several operations.</summary>
public sealed class ConfluenceScopesTests
{
    [Theory]
    [InlineData("Pages.GetPageById", "read:page:confluence")]
    [InlineData("Pages.CreatePage", "write:page:confluence")]
    [InlineData("Search.SearchByCql", "search:confluence")]
    public void An_operation_alone_needs_its_own(string name, string scope) => Assert.Equal([scope], ConfluenceScopes.For(Found(name)));

    [Fact]
    public void Several_need_each_scope_once_in_ordinal_order() => Assert.Equal(
        ["read:page:confluence", "read:space:confluence", "write:page:confluence"],
        ConfluenceScopes.For(Found("Pages.CreatePage"), Found("Spaces.GetSpaces"), Found("Pages.GetPages"), Found("Pages.GetPageById")));

    [Fact]
    public void Both_apis_need_both_families() => Assert.Equal(
        ["read:page:confluence", "write:confluence-content"],
        ConfluenceScopes.For(Found("Pages.GetPageById"), Found("Content.ArchivePages")));

    [Fact]
    public void An_operation_with_several_scopes_needs_all_of_them() => Assert.Equal(
        ["read:audit-log:confluence", "write:audit-log:confluence"],
        ConfluenceScopes.For(Found("Audit.CreateAuditRecord")));

    [Fact]
    public void An_operation_without_scopes_adds_nothing()
    {
        ConfluenceOperation[] without = [.. ConfluenceOperations.All.Where(static operation => operation.Scopes.Count == 0)];

        Assert.Contains(without, static operation => operation.Name == "AdminKey.GetAdminKey");
        Assert.Empty(ConfluenceScopes.For(without));
        Assert.Empty(ConfluenceScopes.For());
    }

    [Fact]
    public void Scopes_of_v2_are_granular_and_those_of_v1_are_classic_where_it_has_any()
    {
        Assert.All(ConfluenceScopes.For(ConfluenceOperations.All.Where(static operation => operation.Api == "v2")), static scope => Assert.Equal(3, scope.Split(':').Length));
        Assert.All(
            ConfluenceOperations.All.Where(static operation => operation.Api == "v1" && operation.Scopes.Any(IsClassic)),
            static operation => Assert.All(operation.Scopes, scope => Assert.True(IsClassic(scope), $"{operation}: {scope}")));
    }

    [Fact]
    public void No_operations_at_all_and_one_that_was_not_found_are_mistakes()
    {
        Assert.Throws<ArgumentNullException>(static () => ConfluenceScopes.For(operations: null!)); // What is tested.
        ArgumentException error = Assert.Throws<ArgumentException>(static () => ConfluenceScopes.For(Found("Pages.GetPages"), ConfluenceOperations.Find("Pages.Fly")!)); // What is tested.
        Assert.Contains("null", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Classic scopes have two parts, or begin with readonly.</summary>
    private static bool IsClassic(string scope) => scope.Split(':').Length == 2 || scope.StartsWith("readonly:", StringComparison.Ordinal);

    private static ConfluenceOperation Found(string name) => ConfluenceOperations.Find(name) ?? throw new InvalidOperationException($"There is no operation {name}.");
}
