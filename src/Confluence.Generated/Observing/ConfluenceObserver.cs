namespace Confluence.Generated;

/// <summary>
/// Observes everything that a client does, for counters, dashboards and tests. Override the methods of interest; see <see cref="ConfluenceClientOptions.Observer"/>.
/// It never receives a credential, query or body.
/// </summary>
/// <remarks>
/// Its methods run as part of the calls, on their threads, and possibly concurrently. An exception that a method throws ends the call.
/// For traces and metrics, see <see cref="ConfluenceTelemetry"/>; for logs, see <see cref="ConfluenceClientOptions.LoggerFactory"/>.
/// </remarks>
public abstract class ConfluenceObserver
{
    /// <summary>Called when a call begins. Each page of a list is a call.</summary>
    /// <param name="operation">The operation that is called.</param>
    public virtual void OnCall(ConfluenceOperation operation)
    {
    }

    /// <summary>Called when an attempt begins: a message is about to be sent.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="attempt">The number of the attempt, counted from 1.</param>
    public virtual void OnAttempt(ConfluenceOperation operation, int attempt)
    {
    }

    /// <summary>Called when an attempt failed and another one follows.</summary>
    /// <param name="wait">The reason, and the wait before the next attempt.</param>
    public virtual void OnRetry(ConfluenceWait wait)
    {
    }

    /// <summary>Called when a call waits for the quota, because it or another call was refused, or to keep to the pace that the server accepts.</summary>
    /// <param name="wait">The reason and the length of the wait.</param>
    public virtual void OnWait(ConfluenceWait wait)
    {
    }

    /// <summary>Called when an answer arrived, whatever it says and whether or not it ends the call.</summary>
    /// <param name="answer">The answer, without its body.</param>
    public virtual void OnAnswer(ConfluenceResponseDetails answer)
    {
    }

    /// <summary>Called when an answer says that the operation will change or be removed.</summary>
    /// <param name="notice">The notice.</param>
    public virtual void OnNotice(ConfluenceNotice notice)
    {
    }

    /// <summary>The credential ends within two weeks, or has ended, as it was stated. Told once a day while calls are made.</summary>
    /// <param name="expiresAt">When it ends, as <c>ConfluenceCredential.ExpiresAt</c> says.</param>
    public virtual void OnCredentialExpiring(DateTimeOffset expiresAt)
    {
    }

    /// <summary>Called when a call failed for good.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="exception">The exception that the caller gets.</param>
    public virtual void OnFailure(ConfluenceOperation operation, Exception exception)
    {
    }
}
