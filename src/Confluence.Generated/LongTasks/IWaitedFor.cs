namespace Confluence.Generated.LongTasks;

/// <summary>Work in the background of the server that somebody waits for: how to ask about it, and how to read the answer.</summary>
/// <typeparam name="T">The answer.</typeparam>
internal interface IWaitedFor<T>
{
    /// <summary>What the server calls it by.</summary>
    string Id { get; }

    /// <summary>What it is, for messages: <c>task</c> or <c>conversion</c>.</summary>
    string Kind { get; }

    /// <summary>The operation that asks about it.</summary>
    ConfluenceOperation Operation { get; }

    /// <summary>The method that waits for it, for whoever wants to go on waiting.</summary>
    string Method { get; }

    /// <summary>What it probably means when the server knows nothing of it, and what to do.</summary>
    string IfUnknown { get; }

    /// <summary>Asks how far it is.</summary>
    Task<T> AskAsync(ConfluenceRequestOptions options, CancellationToken cancellationToken);

    /// <summary>Reads the answer.</summary>
    LongTaskState StateOf(T answer);
}
