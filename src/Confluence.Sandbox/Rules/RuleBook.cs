using Confluence.Sandbox.Http;

namespace Confluence.Sandbox.Rules;

/// <summary>The rules of one sandbox, with what is left of those that end.</summary>
internal sealed class RuleBook(IEnumerable<SandboxRule> rules)
{
    private readonly Entry[] _entries = [.. rules.Select(static rule => new Entry(rule))];

    /// <summary>Ends the request with the answer of the first rule that fits it.</summary>
    public void Apply(string method, in Door door)
    {
        if (_entries.Length == 0)
        {
            return;
        }

        string[] segments = [.. door.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        foreach (Entry entry in _entries)
        {
            if (entry.Rule.Fits(method, segments) && entry.TryTake())
            {
                throw entry.Rule.Answer.ToRefusal(door.Api == Api.V2);
            }
        }
    }

    private sealed class Entry(SandboxRule rule)
    {
        private long _left = rule.Times ?? long.MaxValue;

        public SandboxRule Rule => rule;

        public bool TryTake() => rule.Times is null || Interlocked.Decrement(ref _left) >= 0;
    }
}
