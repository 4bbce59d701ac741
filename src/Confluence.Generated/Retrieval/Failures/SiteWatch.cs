using Confluence.Generated.V2;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// Tells the failure of one thing from the loss of the whole site, for all walks of a client. A refusal that can mean either is decided by one cheap
/// call that is always answered while the credential works; its answer holds for a few seconds and a few more refusals, and is shared by all that runs in parallel.
/// </summary>
internal sealed class SiteWatch(ConfluenceClient client, TimeProvider timeProvider)
{
    /// <summary>How many calls may fail in a row before the site is asked whether it still works.</summary>
    public const int FailuresInARow = 10;

    /// <summary>How many different things must be among them: one page can fail in many ways.</summary>
    private const int DifferentThings = 3;

    private const int RefusalsPerControl = 5;
    private static readonly TimeSpan s_controlHolds = TimeSpan.FromSeconds(5);

    /// <summary>Long enough for what is refused at the same moment; the next walk asks for itself.</summary>
    private static readonly TimeSpan s_lossHolds = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private int _failures;
    private Task<ConfluenceException?>? _control;
    private long _controlEnded;
    private int _refusalsLeft;

    /// <summary>Something was read, so the site works.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            _failed.Clear();
            _failures = 0;
        }
    }

    /// <summary>Counts a call that the site or the network failed on.</summary>
    /// <param name="item">What it was about.</param>
    /// <returns>Whether so many have failed in a row that the site itself is in doubt.</returns>
    public bool Failed(string item)
    {
        lock (_gate)
        {
            _failed.Add(item);
            return ++_failures >= FailuresInARow && _failed.Count >= DifferentThings;
        }
    }

    /// <summary>Asks whether the site still works.</summary>
    /// <param name="anew">Whether it does not count that it worked a moment ago.</param>
    /// <param name="options">The settings of the walk.</param>
    /// <param name="cancellationToken">Ends the wait; the call goes on for others.</param>
    /// <returns>Null when it does; otherwise what the control call ended with.</returns>
    public async Task<ConfluenceException?> FindLossAsync(bool anew, RetrievalOptions options, CancellationToken cancellationToken)
    {
        if (!client.Transport.IsConnected)
        {
            return null; // A mock is never lost.
        }

        Task<ConfluenceException?> control;
        lock (_gate)
        {
            bool isRunning = _control is { IsCompleted: false };
            bool holds = _control is { IsCompletedSuccessfully: true, Result: var last } && (last is null
                ? !anew && _refusalsLeft > 0 && timeProvider.GetElapsedTime(_controlEnded) < s_controlHolds
                : timeProvider.GetElapsedTime(_controlEnded) < s_lossHolds);
            if (!isRunning && !holds)
            {
                _refusalsLeft = RefusalsPerControl;
                _control = ControlAsync(options);
            }

            _refusalsLeft--;
            control = _control!; // Set above, unless it was there before.
        }

        return await control.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<ConfluenceException?> ControlAsync(RetrievalOptions options)
    {
        try
        {
            // Every account sees this list, if only an empty one.
            GetSpacesOptions call = options.Each(new GetSpacesOptions { Limit = 1 });
            await foreach (var _ in client.Spaces.GetSpacesAsync(call).AsPages().ConfigureAwait(false))
            {
                break;
            }

            return null;
        }
        catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.ScopeMissing || error.Kind == ConfluenceErrorKind.PermissionDenied)
        {
            return null; // Who is told what is missing has been recognised.
        }
        catch (ConfluenceException error)
        {
            return error;
        }
        finally
        {
            lock (_gate)
            {
                _controlEnded = timeProvider.GetTimestamp();
            }
        }
    }
}
