using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Confluence.Generated.Tests.Contract.Wire;

/// <summary>Keeps what is logged: the message with every value of its state and the exception.</summary>
internal sealed class CapturedLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<Entry> _entries = [];

    public IReadOnlyCollection<Entry> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        IEnumerable<string> values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? pairs.Select(static pair => $"{pair.Key}={pair.Value}") : [];
        _entries.Enqueue(new Entry(logLevel, eventId.Name, string.Join('\n', [formatter(state, exception), .. values, exception?.ToString() ?? string.Empty])));
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The log of a test has no providers.");

    public void Dispose()
    {
        // Nothing to release: the entries are read after the client is gone.
    }

    internal sealed record Entry(LogLevel Level, string? Name, string Text);
}
