using Confluence.Generated.Retrieval.Options;
using Confluence.Generated.V2;

namespace Confluence.Generated.Retrieval.Site;

/// <summary>
/// Tells the failure of one thing from the loss of the whole site, for all walks of a client. A refusal that can mean either is decided by one cheap
/// call that is always answered while the credential works; its answer holds for a few seconds and a few more refusals, and is shared by all that runs in parallel.
/// </summary>
internal sealed class SiteWatch(ISiteClient client, TimeProvider timeProvider)
{
    /// <summary>How many calls may fail in a row before the site is asked whether it still works.</summary>
    public const int FailuresInARow = 10;

    /// <summary>How many different things must be among them: one page can fail in many ways.</summary>
    private const int DifferentThings = 3;

    /// <summary>When this much fails in a row, of so many things and operations, the site is lost to the walk even if it still lists its spaces.</summary>
    private const int CertainFailures = 30;
    private const int CertainThings = 5;
    private const int CertainOperations = 3;

    private const int RefusalsPerControl = 5;
    private static readonly TimeSpan s_controlHolds = TimeSpan.FromSeconds(5);

    /// <summary>Long enough for what is refused at the same moment; the next walk asks for itself.</summary>
    private static readonly TimeSpan s_lossHolds = TimeSpan.FromSeconds(1);

    /// <summary>A site that works gives one space at once; whoever waits for it has been waiting already.</summary>
    private static readonly TimeSpan s_controlLimit = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _operations = new(StringComparer.Ordinal);
    private int _failures;
    private int _broken;
    private Task<ConfluenceException?>? _control;
    private long _controlEnded;
    private int _refusalsLeft;
    private int _begun;

    /// <summary>Something was read, so the site works.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            _failed.Clear();
            _operations.Clear();
            _failures = 0;
            _broken = 0;
        }
    }

    /// <summary>Counts a call that failed.</summary>
    /// <param name="item">What it was about.</param>
    /// <param name="operation">The operation that was called.</param>
    /// <param name="isBroken">Whether the site or the network failed, and not only refused.</param>
    /// <returns>What so many failures in a row say about the site.</returns>
    public SiteDoubt Failed(string item, string operation, bool isBroken)
    {
        lock (_gate)
        {
            _failed.Add(item);
            _operations.Add(operation);
            _failures++;
            _broken += isBroken ? 1 : 0;
            return _failures >= CertainFailures && _failed.Count >= CertainThings && _operations.Count >= CertainOperations ? SiteDoubt.Lost
                : isBroken && _broken >= FailuresInARow && _failed.Count >= DifferentThings ? SiteDoubt.Doubted
                : SiteDoubt.None;
        }
    }

    /// <summary>The doubt was settled: the site works, and is asked again after as many failures.</summary>
    public void Settled()
    {
        lock (_gate)
        {
            _broken = 0;
        }
    }

    /// <summary>Asks whether the site still works.</summary>
    /// <param name="anew">Whether only a call counts that begins after this moment: one that began before proves nothing about a refusal that came since.</param>
    /// <param name="options">The settings of the walk.</param>
    /// <param name="cancellationToken">Ends the wait; the call goes on for others.</param>
    /// <returns>Null when it does; otherwise what the control call ended with.</returns>
    public async Task<ConfluenceException?> FindLossAsync(bool anew, RetrievalOptions options, CancellationToken cancellationToken)
    {
        if (!client.Transport.IsConnected)
        {
            return null; // A mock is never lost.
        }

        int? before = null;
        while (true)
        {
            Task<ConfluenceException?> control;
            int number;
            lock (_gate)
            {
                before ??= _begun;
                if (!MayTakeLast(anew, before.Value))
                {
                    _begun++;
                    _refusalsLeft = RefusalsPerControl;
                    _control = ControlAsync(options);
                }

                _refusalsLeft--;
                number = _begun;
                control = _control!; // Set above, unless it was there before.
            }

            ConfluenceException? loss = await control.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (loss is not null || !anew || number > before)
            {
                return loss;
            }
        }
    }

    private static TimeSpan Limit(TimeSpan? wanted) => wanted is { } limit && limit > TimeSpan.Zero && limit < s_controlLimit ? limit : s_controlLimit;

    /// <summary>Whether the last control call runs, or says enough.</summary>
    private bool MayTakeLast(bool anew, int before)
    {
        if (_control is not { IsCompletedSuccessfully: true, Result: var last })
        {
            return _control is { IsCompleted: false };
        }

        TimeSpan age = timeProvider.GetElapsedTime(_controlEnded);
        return last is not null ? age < s_lossHolds
            : anew ? _begun > before
            : _refusalsLeft > 0 && age < s_controlHolds;
    }

    private async Task<ConfluenceException?> ControlAsync(RetrievalOptions options)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding); // Out of the lock.
        try
        {
            // Every account may ask for this list. The answer belongs to no walk, so none is told of it.
            GetSpacesOptions call = options.Each(new GetSpacesOptions { PageSize = 1, KeepsPageSize = true }) with { Timeout = Limit(options.Timeout), OnResponse = null };
            await foreach (var _ in client.Spaces.GetSpacesAsync(call).AsPages().ConfigureAwait(false))
            {
                break;
            }

            return null;
        }
        catch (ConfluenceApiException error) when (error.Kind == ConfluenceErrorKind.ScopeMissing)
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

/// <summary>What failures in a row say about the site.</summary>
internal enum SiteDoubt
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>The site has to be asked whether it still works.</summary>
    Doubted,

    /// <summary>Nothing that was asked for works any more.</summary>
    Lost,
}
