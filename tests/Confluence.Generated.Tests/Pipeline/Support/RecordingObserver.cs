using System.Collections.Concurrent;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>Writes down what it is told.</summary>
internal sealed class RecordingObserver : ConfluenceObserver
{
    public ConcurrentQueue<string> Events { get; } = new();

    public ConcurrentQueue<ConfluenceWait> Waits { get; } = new();

    public ConcurrentQueue<ConfluenceNotice> Notices { get; } = new();

    /// <summary>All that is in the arguments, as a curious observer would print it.</summary>
    public ConcurrentQueue<string> Texts { get; } = new();

    public override void OnCall(ConfluenceOperation operation) => Events.Enqueue($"call {operation.Id}");

    public override void OnAttempt(ConfluenceOperation operation, int attempt) => Events.Enqueue($"attempt {attempt}");

    public override void OnRetry(ConfluenceWait wait) => Add("retry", wait);

    public override void OnWait(ConfluenceWait wait) => Add("wait", wait);

    public override void OnAnswer(ConfluenceResponseDetails answer)
    {
        Events.Enqueue($"answer {(int)answer.StatusCode}");
        Texts.Enqueue($"{answer} {answer.RequestId} {answer.Quota} {string.Join("\n", answer.Headers.Select(static header => $"{header.Key}: {string.Join(", ", header.Value)}"))}");
    }

    public override void OnNotice(ConfluenceNotice notice)
    {
        Events.Enqueue($"notice {notice.Header}");
        Notices.Enqueue(notice);
        Texts.Enqueue($"{notice}");
    }

    public override void OnFailure(ConfluenceOperation operation, Exception exception)
    {
        Events.Enqueue($"failure {exception.GetType().Name}");
        Texts.Enqueue(Everything(exception));
    }

    /// <summary>All that an exception shows.</summary>
    public static string Everything(Exception exception) =>
        string.Join("\n", [exception.ToString(), .. Chain(exception).SelectMany(static one => one.GetType().GetProperties().Where(static property => property.Name != "TargetSite").Select(property => $"{property.Name} = {Show(property.GetValue(one))}"))]);

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    private static string? Show(object? value) => value is System.Collections.IEnumerable many and not string ? string.Join(", ", many.Cast<object?>()) : value?.ToString();

    private void Add(string kind, ConfluenceWait wait)
    {
        Events.Enqueue($"{kind} after {wait.Attempt}: {wait.Reason}");
        Waits.Enqueue(wait);
        Texts.Enqueue($"{wait}");
    }
}
