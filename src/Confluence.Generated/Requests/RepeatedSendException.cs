namespace Confluence.Generated.Requests;

/// <summary>
/// Ends the second sending of a write that must be sent once. It is none of the exceptions that resilience handlers take for transient, so they let it pass;
/// the transport makes a <see cref="ConfluenceOutcomeUnknownException"/> of it.
/// </summary>
internal sealed class RepeatedSendException() : ConfluenceException(
    "This request must not be sent a second time: it could be carried out twice. Turn repetitions of unsafe methods off in the handlers under the HttpClient that was given to the ConfluenceClient.");
