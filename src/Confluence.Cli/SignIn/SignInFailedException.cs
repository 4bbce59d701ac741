namespace Confluence.Cli.SignIn;

/// <summary>Nobody signed in, although nothing is wrong with the settings. The message says what to do.</summary>
internal sealed class SignInFailedException(string message) : Exception(message);
