namespace Confluence.Generated;

/// <summary>
/// Is told of everything that a client does, for counting, dashboards and tests. Override what is of interest; see <see cref="ConfluenceClientOptions.Observer"/>.
/// What it is told holds no credential, query or body.
/// </summary>
/// <remarks>
/// Its methods run as a part of the calls, on their threads; calls that run at the same time call them at the same time. An exception that one throws ends the call.
/// For traces and metrics there is <see cref="ConfluenceTelemetry"/>, and for logs <see cref="ConfluenceClientOptions.LoggerFactory"/>.
/// </remarks>
public abstract class ConfluenceObserver
{
    /// <summary>A call begins. Each page of a list is a call.</summary>
    /// <param name="operation">The operation that is called.</param>
    public virtual void OnCall(ConfluenceOperation operation)
    {
    }

    /// <summary>An attempt begins: a message is about to be sent.</summary>
    /// <param name="operation">The operation that is called.</param>
    /// <param name="attempt">The number of the attempt, counted from 1.</param>
    public virtual void OnAttempt(ConfluenceOperation operation, int attempt)
    {
    }

    /// <summary>An attempt has failed, and another one follows.</summary>
    /// <param name="wait">Why, and after which wait.</param>
    public virtual void OnRetry(ConfluenceWait wait)
    {
    }

    /// <summary>A call waits for the quota, because it or another one was refused, or to keep the pace that the server takes.</summary>
    /// <param name="wait">Why and how long.</param>
    public virtual void OnWait(ConfluenceWait wait)
    {
    }

    /// <summary>An answer has arrived, whatever it says and whether or not it ends the call.</summary>
    /// <param name="answer">The answer, apart from its body.</param>
    public virtual void OnAnswer(ConfluenceResponseDetails answer)
    {
    }

    /// <summary>An answer says that the operation is to change or to go.</summary>
    /// <param name="notice">What it says.</param>
    public virtual void OnNotice(ConfluenceNotice notice)
    {
    }

    /// <summary>The credential ends within two weeks, or has ended, as it was stated. Told once a day while calls are made.</summary>
    /// <param name="expiresAt">When it ends, as <c>ConfluenceCredential.ExpiresAt</c> says.</param>
    public virtual void OnCredentialExpiring(DateTimeOffset expiresAt)
    {
    }

    /// <summary>A call has failed for good.</summary>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="exception">What the caller gets.</param>
    public virtual void OnFailure(ConfluenceOperation operation, Exception exception)
    {
    }
}
