using System.Collections.Concurrent;
using System.Globalization;
using Confluence.Sandbox.Content;

namespace Confluence.Sandbox.Faults;

/// <summary>Decides which request is struck by which fault. It copies what the options say.</summary>
internal sealed class FaultPlan
{
    private readonly ConcurrentDictionary<string, int> _inARow = [];
    private readonly int _seed;
    private readonly double[] _rates;
    private readonly int _maximumInARow;
    private readonly SandboxFaultedWrites _writes;
    private readonly bool _strikesTokens;

    public FaultPlan(SandboxFaults options, int seed)
    {
        _seed = seed;
        _rates = [.. options.Rates];
        _maximumInARow = options.MaximumInARow;
        _writes = options.Writes;
        _strikesTokens = options.StrikesTokens;
        Delay = options.Delay;
        RetryAfter = ((long)options.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Gets how long a slow answer is held back.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Gets the value of <c>Retry-After</c>.</summary>
    public string RetryAfter { get; }

    /// <summary>Gives the fault of a request; null for none.</summary>
    /// <param name="number">The number of the request since the start.</param>
    /// <param name="target">What the request is.</param>
    /// <param name="name">Method, path and query.</param>
    public SandboxFault? Next(long number, FaultTarget target, string name)
    {
        SandboxFault? fault = Drawn(number) is { } drawn && Strikes(drawn, target) ? drawn : null;
        if (_maximumInARow == 0 || fault == SandboxFault.Slow)
        {
            return fault;
        }

        // Only requests whose last attempt was struck are kept.
        if (fault is null)
        {
            _inARow.TryRemove(name, out _);
            return null;
        }

        if (_inARow.AddOrUpdate(name, 1, static (_, count) => count + 1) <= _maximumInARow)
        {
            return fault;
        }

        _inARow.TryRemove(name, out _);
        return null;
    }

    /// <summary>Tells whether a write is carried out before the fault strikes.</summary>
    public bool LosesAnswer(SandboxFault fault, FaultTarget target) =>
        target != FaultTarget.Read && _writes == SandboxFaultedWrites.AfterChange
        && fault is not (SandboxFault.TooManyRequests or SandboxFault.TooManyRequestsWithoutRetryAfter);

    private bool Strikes(SandboxFault fault, FaultTarget target) => target switch
    {
        FaultTarget.Read => true,
        FaultTarget.Write when _writes == SandboxFaultedWrites.None => false,
        FaultTarget.Token when !_strikesTokens => false,
        _ => _writes == SandboxFaultedWrites.AfterChange || !NeedsBody(fault),
    };

    public static bool NeedsBody(SandboxFault fault) => fault is SandboxFault.ClosedInBody or SandboxFault.TruncatedBody or SandboxFault.HtmlAsJson;

    private SandboxFault? Drawn(long number)
    {
        const double Steps = 1UL << 53;
        double drawn = (new Draw(_seed, EntityKind.Request, number).Bits(Aspect.Kind) >> 11) / Steps;
        for (int fault = 0; fault < _rates.Length; fault++)
        {
            drawn -= _rates[fault];
            if (drawn < 0)
            {
                return (SandboxFault)fault;
            }
        }

        return null;
    }
}
