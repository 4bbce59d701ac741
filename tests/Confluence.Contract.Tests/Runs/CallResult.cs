using System.Reflection;
using System.Text.Json;
using Confluence.Generated;

namespace Confluence.Contract.Tests.Runs;

/// <summary>What a call gave: nothing, a value, bytes or pages.</summary>
internal sealed record CallResult(object? Value, DownloadedFile? File, IReadOnlyList<ReadPage>? Pages)
{
    private static readonly MethodInfo s_walk = typeof(CallResult).GetMethod(nameof(WalkAsync), BindingFlags.Static | BindingFlags.NonPublic)
        ?? throw new InvalidOperationException("The method that walks pages is gone.");

    /// <summary>Waits for what a method returned, and reads it to its end.</summary>
    /// <param name="returned">A task, or a list that comes in pages.</param>
    /// <param name="mostPages">How many pages are read at most.</param>
    /// <param name="continuationToken">Where the walk begins; null for the first page.</param>
    public static async Task<CallResult> OfAsync(object returned, int mostPages, string? continuationToken = null)
    {
        if (returned is not Task task)
        {
            Type paged = BaseTypes(returned.GetType()).First(static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Paged<>));
            object? walk = s_walk.MakeGenericMethod(paged.GetGenericArguments()).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [returned, mostPages, continuationToken], null);
            return new CallResult(null, null, await (walk as Task<IReadOnlyList<ReadPage>> ?? throw new InvalidOperationException("The walk is no task.")));
        }

        await task;
        Type? result = BaseTypes(task.GetType()).First(static type => type == typeof(Task) || type.GetGenericTypeDefinition() == typeof(Task<>)).GetGenericArguments().FirstOrDefault();

        // A task without a result is, underneath, one with a type that nobody can name.
        object? value = result is { IsVisible: true } ? task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task) : null;
        return value is ConfluenceDownload download ? new CallResult(null, await DownloadedFile.ReadAsync(download), null) : new CallResult(value, null, null);
    }

    private static IEnumerable<Type> BaseTypes(Type type)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    private static async Task<IReadOnlyList<ReadPage>> WalkAsync<T>(Paged<T> paged, int mostPages, string? continuationToken)
    {
        List<ReadPage> pages = [];
        await foreach (ResultPage<T> page in paged.AsPages(continuationToken))
        {
            pages.Add(new ReadPage(page.Items, page.ContinuationToken, page.TotalSize, page.AdditionalProperties));
            if (pages.Count == mostPages)
            {
                break;
            }
        }

        return pages;
    }
}

/// <summary>A page, whatever the type of its items.</summary>
internal sealed record ReadPage(object Items, string? ContinuationToken, long? TotalSize, IReadOnlyDictionary<string, JsonElement> Others);

/// <summary>A file that was downloaded.</summary>
internal sealed record DownloadedFile(string? ContentType, byte[] Content)
{
    public static async Task<DownloadedFile> ReadAsync(ConfluenceDownload download)
    {
        await using (download)
        {
            using MemoryStream content = new();
            await download.Content.CopyToAsync(content, TestContext.Current.CancellationToken);
            return new DownloadedFile(download.ContentType, content.ToArray());
        }
    }
}
