using Confluence.Generated.Tests.Conventions;

namespace Confluence.Generated.Tests.Operations;

/// <summary>The list of all operations is whole, in order, and made of the operations that clients call.</summary>
public sealed class ConfluenceOperationsTests
{
    [Fact]
    public void All_has_each_operation_of_both_documents_once()
    {
        Assert.Equal(348, ConfluenceOperations.All.Count);
        Assert.Equal(
            DocumentFacts.All.Select(static facts => (facts.Api, facts.OperationId)).Order(),
            ConfluenceOperations.All.Select(static operation => (operation.Api, operation.Id)).Order());
        Assert.Equal(348, ConfluenceOperations.All.DistinctBy(static operation => (operation.Api, operation.Method, operation.PathTemplate)).Count());
        Assert.Equal(348, ConfluenceOperations.All.DistinctBy(static operation => (operation.Api, operation.Name)).Count());
    }

    [Fact]
    public void All_has_the_very_operations_that_clients_call()
    {
        HashSet<ConfluenceOperation> listed = new(ConfluenceOperations.All, ReferenceEqualityComparer.Instance);

        Assert.Equal(348, Surface.Operations.Count);
        Assert.All(Surface.Operations, method => Assert.Contains(method.Operation, listed));
    }

    [Fact]
    public void All_is_ordered_by_api_group_and_name()
    {
        IEnumerable<ConfluenceOperation> ordered = ConfluenceOperations.All
            .OrderBy(static operation => operation.Api, StringComparer.Ordinal)
            .ThenBy(static operation => operation.Name.Split('.')[0], StringComparer.Ordinal)
            .ThenBy(static operation => operation.Name.Split('.')[1], StringComparer.Ordinal);

        Assert.Equal(ordered, ConfluenceOperations.All);
    }

    [Fact]
    public void All_is_made_once_and_nobody_can_change_it()
    {
        Assert.Same(ConfluenceOperations.All, ConfluenceOperations.All);
        Assert.Throws<NotSupportedException>(() => ((IList<ConfluenceOperation>)ConfluenceOperations.All).RemoveAt(0));
    }

    [Fact]
    public void Nothing_makes_the_list_before_it_is_asked_for() => Assert.Null(typeof(ConfluenceOperations).TypeInitializer);

    [Theory]
    [InlineData("Pages.GetPageById", null, "v2", "/wiki/api/v2/pages/{id}")]
    [InlineData("getPageById", null, "v2", "/wiki/api/v2/pages/{id}")]
    [InlineData("getPageById", "v2", "v2", "/wiki/api/v2/pages/{id}")]
    [InlineData("LongRunningTasks.GetLongRunningTask", null, "v1", "/wiki/rest/api/longtask/{id}")]
    [InlineData("getTask", null, "v1", "/wiki/rest/api/longtask/{id}")]
    [InlineData("Spaces.CreateSpace", null, "v2", "/wiki/api/v2/spaces")]
    [InlineData("Spaces.CreateSpace", "v1", "v1", "/wiki/rest/api/space")]
    [InlineData("createSpace", "v1", "v1", "/wiki/rest/api/space")]
    public void An_operation_is_found_by_either_name(string name, string? api, string foundApi, string path)
    {
        ConfluenceOperation? found = ConfluenceOperations.Find(name, api);

        Assert.NotNull(found);
        Assert.Equal((foundApi, path), (found.Api, found.PathTemplate));
        Assert.Contains(ConfluenceOperations.All, operation => ReferenceEquals(operation, found));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("Pages.Fly", null)]
    [InlineData("pages.getPageById", null)]
    [InlineData("Pages.GetPageByIdAsync", null)]
    [InlineData("getPageById", "v1")]
    [InlineData("getPageById", "V2")]
    public void Nothing_is_found_under_another_name(string name, string? api) => Assert.Null(ConfluenceOperations.Find(name, api));

    [Fact]
    public void Every_operation_is_found_by_both_of_its_names() => Assert.All(ConfluenceOperations.All, static operation =>
    {
        Assert.Same(operation, ConfluenceOperations.Find(operation.Name, operation.Api));
        Assert.Same(operation, ConfluenceOperations.Find(operation.Id, operation.Api));
    });
}
