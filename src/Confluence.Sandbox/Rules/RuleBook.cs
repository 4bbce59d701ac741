using Confluence.Sandbox.Http;

namespace Confluence.Sandbox.Rules;

/// <summary>The rules of one sandbox, with what is left of those that begin late or end.</summary>
internal sealed class RuleBook(IEnumerable<SandboxRule> rules)
{
    private readonly Lock _changing = new();
    private volatile IReadOnlyList<Entry> _entries = [.. rules.Select(static rule => new Entry(rule))];

    /// <summary>Adds a rule before all others.</summary>
    public void Add(SandboxRule rule)
    {
        lock (_changing)
        {
            _entries = [new Entry(rule), .. _entries];
        }
    }

    /// <summary>Takes a rule away, however often it is there.</summary>
    public bool Remove(SandboxRule rule)
    {
        lock (_changing)
        {
            int before = _entries.Count;
            _entries = [.. _entries.Where(entry => entry.Rule != rule)];
            return _entries.Count < before;
        }
    }

    /// <summary>Ends the request with the answer of the first rule that fits it.</summary>
    public void Apply(string method, in Door door)
    {
        IReadOnlyList<Entry> entries = _entries;
        if (entries.Count == 0)
        {
            return;
        }

        string[] segments = [.. door.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        foreach (Entry entry in entries)
        {
            if (entry.Rule.Fits(method, segments) && entry.TryTake())
            {
                throw entry.Rule.Answer.ToRefusal(door.Api == Api.V2);
            }
        }
    }

    private sealed class Entry(SandboxRule rule)
    {
        private long _fitting;

        public SandboxRule Rule => rule;

        /// <summary>Counts a request that fits, and tells whether the rule answers it.</summary>
        public bool TryTake()
        {
            long number = Interlocked.Increment(ref _fitting);
            return number > rule.After && (rule.Times is not { } times || number - rule.After <= times);
        }
    }
}
