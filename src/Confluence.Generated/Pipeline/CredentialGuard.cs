using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Answers;
using Confluence.Generated.Calls;

namespace Confluence.Generated.Pipeline;

/// <summary>
/// Gets authorizations from the credential. Whatever the credential does (throws any exception, cancels itself, ignores cancellation), the call ends in time and with an exception of this library.
/// </summary>
internal sealed class CredentialGuard(ConfluenceCredential credential)
{
    private static readonly byte[] s_scopeMissing = "scope does not match"u8.ToArray();

    private readonly string _name = credential.GetType().Name;
    private readonly Func<CancellationToken, ValueTask<AuthenticationHeaderValue>> _authorize = credential.GetAuthorizationAsync;

    /// <summary>Whether a new authorization could help. A new token of the same app lacks the same scopes, and the host of a file does not accept credentials.</summary>
    public static bool MayHelp(HttpAnswer answer) =>
        answer is { StatusCode: HttpStatusCode.Unauthorized, ContentHost: null }
        && !(answer.Header("X-Failure-Category")?.Contains("SCOPE", StringComparison.OrdinalIgnoreCase) ?? false)
        && answer.Body.IndexOf(s_scopeMissing) < 0;

    public ValueTask<AuthenticationHeaderValue> AuthorizeAsync(Call call, CancellationToken cancellationToken)
    {
        ValueTask<AuthenticationHeaderValue> asked = AskAsync(call, "gave no authorization", _authorize, cancellationToken);
        return asked is { IsCompletedSuccessfully: true, Result: not null } ? asked : RequireAsync(call, asked);
    }

    private async ValueTask<AuthenticationHeaderValue> RequireAsync(Call call, ValueTask<AuthenticationHeaderValue> asked) =>
        await asked.ConfigureAwait(false)
        ?? throw Failed(call, $"gave no authorization. Its {nameof(ConfluenceCredential.GetAuthorizationAsync)} must return a header value", cause: null);

    /// <summary>Lets the credential renew itself.</summary>
    /// <returns>Whether it gives something else now. What was refused is refused again.</returns>
    public async ValueTask<bool> TryRenewAsync(Call call, AuthenticationHeaderValue rejected, CancellationToken cancellationToken) =>
        await AskAsync(call, "could not be renewed", token => credential.TryRenewAsync(rejected, token), cancellationToken).ConfigureAwait(false)
        && !(await AuthorizeAsync(call, cancellationToken).ConfigureAwait(false)).Equals(rejected);

    private async ValueTask<T> AskAsync<T>(Call call, string failure, Func<CancellationToken, ValueTask<T>> ask, CancellationToken cancellationToken)
    {
        call.AwaitedCredential = _name;
        try
        {
            ValueTask<T> asked = ask(cancellationToken);
            T value = asked.IsCompletedSuccessfully ? asked.Result : await EndInTimeAsync(asked.AsTask(), cancellationToken).ConfigureAwait(false);
            call.AwaitedCredential = null;
            return value;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw; // The limit of the call or its caller; the code further up finds out which.
        }
        catch (ConfluenceException exception)
        {
            exception.MayBeForSize = false; // It may come from a call that the credential made, not from this one.
            if (exception.Operation is null)
            {
                exception.NeededFor = call.Operation;
                exception.Note ??= $"It was needed for {call}, which was not sent.";
            }

            throw;
        }
        catch (Exception exception)
        {
            call.AwaitedCredential = null;
            throw Failed(call, $"{failure} ({exception.GetType().Name}). See the inner exception", exception);
        }
    }

    /// <summary>Waits no longer than the call may, even if the credential ignores the cancellation.</summary>
    private static Task<T> EndInTimeAsync<T>(Task<T> asked, CancellationToken cancellationToken)
    {
        // If it fails after the wait has ended, the exception is ignored.
        _ = asked.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return asked.WaitAsync(cancellationToken);
    }

    private ConfluenceException Failed(Call call, string problem, Exception? cause) =>
        new($"{call} was not sent: the credential ({_name}) {problem}.", cause) { Operation = call.Operation, Attempts = call.Attempts };
}
