using Confluence.Generated.LongTasks;
using Confluence.Generated.V1.Models;

namespace Confluence.Generated;

/// <content>Waiting for what Confluence does in the background. It stands on generated code, which the rest of the client does without.</content>
public partial class ConfluenceClient
{
    /// <summary>
    /// Waits for a task that Confluence does in the background: archiving pages, copying a page hierarchy, deleting a page tree or a space. Such operations of <see cref="V1"/> answer before
    /// their work is done, with a <see cref="LongTask"/>.
    /// </summary>
    /// <param name="taskId">The id of the task (<see cref="LongTask.Id"/>).</param>
    /// <param name="options">How often to ask, how long to wait, and who is told of the progress; null takes the defaults: from every second to every ten seconds, for 30 minutes at most.</param>
    /// <param name="cancellationToken">Ends the wait. The task goes on.</param>
    /// <returns>The task, which ended well.</returns>
    /// <remarks>
    /// <para>It asks at once, then in growing intervals, one request each time. Nothing but the id is needed, so a wait that ended, for whatever reason, can be taken up again later, by another
    /// process too, until Confluence forgets the task. Ending a wait ends no task.</para>
    /// <para>Required permission: access to the Confluence site. Required OAuth 2.0 scope: <c>read:confluence-space.summary</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="taskId"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="taskId"/> is empty.</exception>
    /// <exception cref="ConfluenceLongTaskException">The task failed; the exception has what Confluence says about it.</exception>
    /// <exception cref="ConfluenceTimeoutException">The task did not end within <see cref="LongTaskOptions.TimeLimit"/>, and goes on; or a call got no answer in time.</exception>
    /// <exception cref="ConfluenceApiException">
    /// Confluence refused a call, for example with 404 when it does not know the task any more; the message says why and what to do. The task goes on.
    /// </exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> ended the wait.</exception>
    public virtual Task<LongTaskResult> WaitForLongTaskAsync(string taskId, LongTaskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskId);
        return WaitAsync();

        async Task<LongTaskResult> WaitAsync()
        {
            LongTaskWait wait = new(options ?? new LongTaskOptions(), Transport);
            (LongTaskStatusDetails details, LongTaskState state) = await wait.ForAsync(new ServerTask(V1.LongRunningTasks, taskId), cancellationToken).ConfigureAwait(false);
            return new LongTaskResult(taskId, details) { Messages = state.Messages, Elapsed = wait.Elapsed };
        }
    }

    /// <summary>Waits for a task that an operation has just started, as <see cref="WaitForLongTaskAsync(string, LongTaskOptions?, CancellationToken)"/> does by its id.</summary>
    /// <param name="task">The answer of the operation.</param>
    /// <param name="options">How often to ask, how long to wait, and who is told of the progress; null takes the defaults: from every second to every ten seconds, for 30 minutes at most.</param>
    /// <param name="cancellationToken">Ends the wait. The task goes on.</param>
    /// <returns>The task, which ended well.</returns>
    /// <remarks>Required permission: access to the Confluence site. Required OAuth 2.0 scope: <c>read:confluence-space.summary</c>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="task"/> is null.</exception>
    /// <exception cref="ConfluenceLongTaskException">The task failed; the exception has what Confluence says about it.</exception>
    /// <exception cref="ConfluenceTimeoutException">The task did not end within <see cref="LongTaskOptions.TimeLimit"/>, and goes on; or a call got no answer in time.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused a call; the message says why and what to do. The task goes on.</exception>
    /// <exception cref="ConfluenceResponseException">The answer of the operation came without an id.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> ended the wait.</exception>
    public virtual Task<LongTaskResult> WaitForLongTaskAsync(LongTask task, LongTaskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(task);
        return WaitForLongTaskAsync(task.Id, options, cancellationToken);
    }

    /// <summary>
    /// Waits for the conversion of a body that <see cref="V1.ContentBodiesV1Client.AsyncConvertContentBodyRequestAsync"/> or
    /// <see cref="V1.ContentBodiesV1Client.BulkAsyncConvertContentBodyRequestAsync"/> has started.
    /// </summary>
    /// <param name="asyncId">The id of the conversion (<see cref="BodyConversion.AsyncId"/>).</param>
    /// <param name="options">How often to ask, how long to wait, and who is told of the progress; null takes the defaults: from every second to every ten seconds, for 30 minutes at most.</param>
    /// <param name="cancellationToken">Ends the wait. The conversion goes on.</param>
    /// <returns>The converted body.</returns>
    /// <remarks>
    /// <para>It asks at once, then in growing intervals, one request each time. Nothing but the id is needed, so a wait that ended can be taken up again, up to five minutes after the conversion
    /// has ended. Only the account that started it gets the body.</para>
    /// <para>A body that an earlier conversion left behind is not returned while a new one runs (the status <c>RERUNNING</c>); call
    /// <see cref="V1.ContentBodiesV1Client.AsyncConvertContentBodyResponseAsync"/> to get it.</para>
    /// <para>Required permission: view the space and the content, if a content id gives the context. Required OAuth 2.0 scope: <c>read:confluence-content.all</c>.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="asyncId"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="asyncId"/> is empty.</exception>
    /// <exception cref="ConfluenceLongTaskException">The conversion failed; the exception has what Confluence says about it.</exception>
    /// <exception cref="ConfluenceTimeoutException">The conversion did not end within <see cref="LongTaskOptions.TimeLimit"/>, and goes on; or a call got no answer in time.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused a call, for example with 404 when it does not know the conversion any more; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> ended the wait.</exception>
    public virtual Task<AsyncContentBody> WaitForConversionAsync(string asyncId, LongTaskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(asyncId);
        return WaitAsync();

        async Task<AsyncContentBody> WaitAsync()
        {
            LongTaskWait wait = new(options ?? new LongTaskOptions(), Transport);
            return (await wait.ForAsync(new BodyConversionTask(V1.ContentBodies, asyncId), cancellationToken).ConfigureAwait(false)).Answer;
        }
    }

    /// <summary>Waits for a conversion that has just been started, as <see cref="WaitForConversionAsync(string, LongTaskOptions?, CancellationToken)"/> does by its id.</summary>
    /// <param name="conversion">The answer of the operation that started it.</param>
    /// <param name="options">How often to ask, how long to wait, and who is told of the progress; null takes the defaults: from every second to every ten seconds, for 30 minutes at most.</param>
    /// <param name="cancellationToken">Ends the wait. The conversion goes on.</param>
    /// <returns>The converted body.</returns>
    /// <remarks>Required permission: view the space and the content, if a content id gives the context. Required OAuth 2.0 scope: <c>read:confluence-content.all</c>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="conversion"/> is null.</exception>
    /// <exception cref="ConfluenceLongTaskException">The conversion failed; the exception has what Confluence says about it.</exception>
    /// <exception cref="ConfluenceTimeoutException">The conversion did not end within <see cref="LongTaskOptions.TimeLimit"/>, and goes on; or a call got no answer in time.</exception>
    /// <exception cref="ConfluenceApiException">Confluence refused a call; the message says why and what to do.</exception>
    /// <exception cref="ConfluenceResponseException">The answer of the operation came without an id.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> ended the wait.</exception>
    public virtual Task<AsyncContentBody> WaitForConversionAsync(BodyConversion conversion, LongTaskOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversion);
        return WaitForConversionAsync(conversion.AsyncId, options, cancellationToken);
    }
}
