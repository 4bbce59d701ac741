using System.Text.Json;
using Confluence.Generated.Requests;
using Confluence.Generated.Tests.Http;

namespace Confluence.Generated.Tests.Paging;

/// <summary>Pages as Confluence sends them, and ways to walk them.</summary>
internal static class Pages
{
    public static QueryBuilder Query(string text) => QueryBuilder.Parse(text);

    public static string Page(string ids, string? next)
    {
        string results = string.Join(',', ids.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => $$"""{"id":"{{id}}"}"""));
        string links = next is null ? string.Empty : $"\"next\":{JsonSerializer.Serialize(next)},";
        return $$$"""{"results":[{{{results}}}],"_links":{{{{links}}}"base":"https://acme.atlassian.net/wiki"}}""";
    }

    public static async Task<List<string?>> IdsAsync(Paged<Item> list) => [.. (await CollectAsync(list)).Select(item => item.Id)];

    public static async Task<List<T>> CollectAsync<T>(IAsyncEnumerable<T> list)
    {
        List<T> items = [];
        await foreach (T item in list)
        {
            items.Add(item);
        }

        return items;
    }

    public static async Task<ResultPage<T>> FirstAsync<T>(IAsyncEnumerable<ResultPage<T>> pages)
    {
        await foreach (ResultPage<T> page in pages)
        {
            return page;
        }

        throw new InvalidOperationException("There is no page.");
    }

    /// <summary>Walks a list that must end with an error after a number of results.</summary>
    public static async Task AssertLostAfterAsync(Paged<Item> list, int results, string why)
    {
        int given = 0;
        ConfluencePagingException error = await Assert.ThrowsAsync<ConfluencePagingException>(async () =>
        {
            await foreach (Item item in list)
            {
                given++;
            }
        });

        Assert.Equal(results, given);
        Assert.Contains($"cannot be walked to its end: {why}. The previous pages are valid", error.Message, StringComparison.Ordinal);
    }
}
