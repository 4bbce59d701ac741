using System.Net;

namespace Confluence.Cli.Surroundings;

/// <summary>What the tool sees of the world around it. Tests give one of their own.</summary>
internal sealed class CliEnvironment
{
    /// <summary>Gets where results go.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Gets where errors, notes and progress go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets where secrets are read from, a line each. A terminal does not show what is typed there.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Gets whether a person types the input.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Gets whether a person reads the results: tables are drawn then, and fields are separated by tabs otherwise.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Gets whether a person reads the errors: only then is progress shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Gets the width of the terminal in columns.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Gets how environment variables are read; null stands for one that is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Gets the clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets what says through which proxy a site is reached: by default what the system and the environment variables say.</summary>
    public IWebProxy Proxy { get; init; } = HttpClient.DefaultProxy;

    /// <summary>Gets how a connection sends its requests; null for sockets. Each connection disposes what it was given.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }
}
