namespace Confluence.Generated.Tests.Http;

/// <summary>Remembers what it is told of progress, at once and in order.</summary>
internal sealed class Told : IProgress<long>
{
    public List<long> Counts { get; } = [];

    public void Report(long value) => Counts.Add(value);
}
