package nl.leercirkel.standards.ijw.message;

/**
 * What a reader hands over, in the order of the file: the header, then what the message is about. A declaration and its answer
 * come in pieces, since they may hold very many clients: head, clients, and for an answer its end.
 */
public sealed interface MessagePart
        permits Header,
                AllocatedClient,
                StartClient,
                StopClient,
                RequestClient,
                ChangeClient,
                Reply,
                DeclarationHead,
                DeclarationClient,
                AnswerHead,
                AnswerEnd {}
